import { Duration } from 'cdk8s';
import { AppProtocol, LatencyObjectiveProps, MeshRules, MeshServiceProps, ObservedSide, Percent, ServiceObjective, ServiceObjectiveProps } from '../../lib';
import { shopChart, webIn } from '../support/shop-chart';

const objective = Percent.of(99.9);

function availability(props: Partial<ServiceObjectiveProps> = {}, service: Partial<MeshServiceProps> = {}): ServiceObjective {
  return ServiceObjective.availability(webIn(shopChart(), service), { objective, ...props });
}

test('has the name of what it promises of which service', () => {
  expect([availability().name, ServiceObjective.latency(webIn(shopChart()), { objective, within: Duration.seconds(1) }).name]).toEqual(['shop-web-availability', 'shop-web-latency']);
});

test('what is left of its budget can be asked for', () => {
  const { budgetLeft: { belowZero, labels, text, unit } } = availability();
  expect([text, unit, belowZero, labels]).toEqual(['slo:error_budget_left:percent{slo="shop-web-availability"}', 'percent', true, ['slo', 'service', 'service_namespace']]);
});

test('of a shorter time burns faster, but no slower than even', () => {
  const rules = MeshRules.empty();
  rules.objective(availability({ period: Duration.days(7) }));
  const bounds = [...rules.files['mesh-rules.yaml'].matchAll(/slo:error_share:(\w+)\{[^}]*\} > ([\d.]+)/g)].map(([, window, bound]) => `${window} ${bound}`);
  expect(bounds).toEqual(['1h 0.336', '5m 0.336', '6h 0.14', '30m 0.14', '1d 0.1', '2h 0.1', '3d 0.1', '6h 0.1']);
});

test('counts what proxies count for a service of gRPC, and waypoints but where it is said otherwise', () => {
  const rules = MeshRules.empty();
  rules.objective(availability({}, { protocol: AppProtocol.GRPC }));
  expect(rules.files['mesh-rules.yaml']).toContain('grpc_response_status=~');
  expect(rules.files['mesh-rules.yaml']).toContain('reporter=~"source|waypoint"');
  const without = MeshRules.empty();
  without.objective(availability({ waypoints: false }));
  expect(without.files['mesh-rules.yaml']).not.toContain('waypoint');
});

test('is counted by callers, or where it is said by the service', () => {
  const rules = MeshRules.empty();
  rules.objective(availability({ side: ObservedSide.SERVER, waypoints: false }));
  expect(rules.files['mesh-rules.yaml']).toContain('reporter="destination"');
  expect(rules.files['mesh-rules.yaml']).not.toContain('reporter="source"');
});

test('can be promised of a service without proxies, as its callers see it', () => {
  expect(availability({}, { inMesh: false }).name).toBe('shop-web-availability');
});

test.each<[string, () => unknown, string]>([
  ['the service counts, and has no proxies', () => availability({ side: ObservedSide.SERVER }, { inMesh: false }), 'query request-rate: the pods of "shop/web" have no sidecars, so there are no metrics. Query client proxies: side: ObservedSide.CLIENT.'],
  ['all is promised', () => availability({ objective: Percent.of(100) }), 'shop/web, objective availability: 100 percent leaves no error budget, so every failed request would be an alert. Use less, such as Percent.of(99.9).'],
  ['too little is promised', () => availability({ objective: Percent.of(93) }), 'shop/web, objective availability: with 93 percent the error budget is so large that no alert could fire, even if all requests failed. Use more than 93.05555556 percent, or a shorter period.'],
  ['a time that is too short', () => availability({ period: Duration.days(1) }), 'shop/web, objective availability: period cannot be 1 days. Use a whole number of days from 7 to 90.'],
  ['connections are no requests', () => availability({}, { protocol: AppProtocol.TCP }), 'query request-rate: the mesh sees no requests to "shop/web", only connections. Query those: tcpOpened, tcpClosed, tcpSent, tcpReceived.'],
  ['a time that nobody counts', () => ServiceObjective.latency(webIn(shopChart()), { objective, within: Duration.millis(300) } satisfies LatencyObjectiveProps), 'shop/web, objective latency: requests of up to 300 ms are not counted. Use one of 0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000, 60000, 300000, 600000 ms.'],
])('%s: an error', (_, make, message) => {
  expect(make).toThrow(message);
});
