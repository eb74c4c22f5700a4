import { Chart, Testing, Yaml } from 'cdk8s';
import fc from 'fast-check';
import {
  AppProtocol, Caller, DataPlaneMode, DefaultAccess, ExternalService, GatewayTls, HttpMethod, IngressGateway, Istio, JwtIssuer, Match, MeshApp,
  MeshService, MutualTls, PathMatch,
} from '../../lib';
import { guardedChart, policiesOf, problemsOf, serviceIn, specsOf } from '../support/guarded-chart';
import { WEB } from '../support/shop-chart';
import { refusals } from '../support/valid';

function knownBy(chart: Chart, name: string): string[] {
  const [{ hosts }, ...others] = specsOf(chart, 'Sidecar')[`shop/${name}`].egress;
  expect(others).toEqual([]);
  return hosts;
}

test('[F045] [F046] [F115] a call lets the caller in, and lets its proxies know the host', () => {
  const chart = guardedChart();
  const [web, orders] = ['web', 'orders'].map(name => serviceIn(chart, name));
  web.calls(orders, { methods: [HttpMethod.GET], paths: [PathMatch.below('/orders')] });
  expect(specsOf(chart, 'Sidecar')).toEqual({
    'shop/web': { workloadSelector: { labels: { app: 'web' } }, egress: [{ hosts: ['shop/orders.shop.svc.cluster.local', 'istio-system/*'] }] },
  });
  expect(policiesOf(chart)).toEqual({
    'shop/orders': {
      selector: { matchLabels: { app: 'orders' } },
      rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }], to: [{ operation: { methods: ['GET'], paths: ['/orders', '/orders/*'] } }] }],
    },
  });
});

test('[F115] every host that is called is known in its namespace, and all of the control plane', () => {
  const chart = guardedChart(Istio.mesh({ rootNamespace: 'mesh' }));
  const web = serviceIn(chart, 'web');
  web.calls(new MeshService(new Chart(chart.node.root, 'books', { namespace: 'books' }), 'ledger', { ...WEB, port: 80 }));
  web.calls(MeshService.adopt(chart, 'redis', { port: 6379, protocol: AppProtocol.REDIS, podLabels: { app: 'redis' } }));
  web.calls(new MeshService(chart, 'db', { ...WEB, port: 5432, protocol: AppProtocol.TCP }));
  web.calls(new ExternalService(chart, 'pay', { host: 'pay.example.com', port: 443, protocol: AppProtocol.HTTPS }));
  web.calls(MeshService.fromHost('collector.observability.svc.cluster.local', 4317));
  web.calls(MeshService.fromHost('api.example.com', 443));
  web.calls(MeshService.fromHost('example.com.', 443));
  expect(knownBy(chart, 'web')).toEqual([
    'books/ledger.books.svc.cluster.local', 'observability/collector.observability.svc.cluster.local', 'shop/db.shop.svc.cluster.local', 'shop/pay.example.com',
    'shop/redis.shop.svc.cluster.local', '*/api.example.com', '*/example.com', 'mesh/*',
  ]);
  expect(policiesOf(chart)).toMatchObject({ 'shop/db': { rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] }] } });
});

test('[F115] to isolate is to know the control plane alone, and what is called, whenever that is said', () => {
  const chart = guardedChart();
  const web = serviceIn(chart, 'web');
  web.proxy.isolate();
  expect(knownBy(chart, 'web')).toEqual(['istio-system/*']);
  web.calls(serviceIn(chart, 'orders'));
  expect(knownBy(chart, 'web')).toEqual(['shop/orders.shop.svc.cluster.local', 'istio-system/*']);
});

test('[F115] what all proxies need is known besides, where the platform is in another repository: the collector, and who is asked', () => {
  const chart = guardedChart(Istio.mesh({ proxyHosts: ['otel.observability.svc.cluster.local', 'ask.example.com', 'otel.observability.svc.cluster.local'] }));
  const web = serviceIn(chart, 'web');
  web.calls(serviceIn(chart, 'orders'));
  expect(knownBy(chart, 'web')).toEqual([
    'observability/otel.observability.svc.cluster.local', 'shop/orders.shop.svc.cluster.local', '*/ask.example.com', 'istio-system/*',
  ]);
});

test('a service that calls nothing has no Sidecar, and one that is called says nothing of its own proxies', () => {
  const chart = guardedChart();
  serviceIn(chart, 'web').calls(serviceIn(chart, 'orders'));
  expect(Object.keys(specsOf(chart, 'Sidecar'))).toEqual(['shop/web']);
});

test('a call is an alternative to what else is let in', () => {
  const chart = guardedChart();
  const [web, orders] = ['web', 'orders'].map(name => serviceIn(chart, name));
  web.calls(orders);
  orders.access.allowFrom(Caller.namespaces('batch'));
  expect(policiesOf(chart)['shop/orders'].rules).toEqual([
    { from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] }, { from: [{ source: { namespaces: ['batch'] } }] },
  ]);
});

test('a service that is adopted calls as the account that is named, and its pods are found by their labels', () => {
  const chart = guardedChart();
  const web = MeshService.adopt(chart, 'web', { port: 80, podLabels: { 'app.kubernetes.io/name': 'web' }, serviceAccount: 'web-pods' });
  web.calls(serviceIn(chart, 'orders'));
  expect(specsOf(chart, 'Sidecar')['shop/web'].workloadSelector).toEqual({ labels: { 'app.kubernetes.io/name': 'web' } });
  expect(policiesOf(chart)['shop/orders'].rules).toEqual([{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web-pods'] } }] }]);
});

describe('fails', () => {
  test.each<[string, (chart: Chart) => void]>([
    ['shop/web: its pods have no proxy, which is needed for this. Leave out inMesh: false.',
      chart => serviceIn(chart, 'web', { inMesh: false }).calls(serviceIn(chart, 'orders'))],
    ['shop/web: its pods are not known here. Set the labels that its Service selects: podLabels: { app: "web" }.',
      chart => MeshService.adopt(chart, 'web', { port: 80 }).calls(serviceIn(chart, 'orders'))],
    ['shop/web: the service account of its pods is not known here. Name it: serviceAccount: "web".',
      chart => MeshService.adopt(chart, 'web', { port: 80, podLabels: { app: 'web' } }).calls(serviceIn(chart, 'orders'))],
    ['shop/web, calls("shop/orders"): the pods of that service have no proxy, so everyone may call them. Call MeshService.fromHost("orders.shop.svc.cluster.local", 8080), or leave out inMesh: false.',
      chart => serviceIn(chart, 'web').calls(serviceIn(chart, 'orders', { inMesh: false }))],
    ['shop/pay: a host outside the mesh decides itself who may call it, so methods has no effect. Leave it out, or set no options of requests.',
      chart => serviceIn(chart, 'web').calls(new ExternalService(chart, 'pay', { host: 'pay.example.com', port: 443, protocol: AppProtocol.HTTPS }), { methods: [HttpMethod.GET] })],
    ['shop/web: isolate configures proxies, but its pods are outside the mesh and have none. Leave it out, or inMesh: false.',
      chart => serviceIn(chart, 'web', { inMesh: false }).proxy.isolate()],
  ])('%s', (message, say) => {
    expect(() => say(guardedChart())).toThrow(new Error(message));
  });
});

test('[F144] in ambient mode a call lets the caller in, and closes nothing: no pod has a proxy of its own that could know less', () => {
  const chart = guardedChart(Istio.mesh({ mode: DataPlaneMode.AMBIENT }));

  serviceIn(chart, 'web').calls(serviceIn(chart, 'orders'));

  expect(specsOf(chart, 'Sidecar')).toEqual({});
  expect(policiesOf(chart)['shop/orders']).toMatchObject({ rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] }] });
});

interface Shop {
  readonly edge: IngressGateway;
  readonly orders: MeshService;
  readonly web: MeshService;
  readonly bills: MeshService;
}

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });

/** All that can be said of access in any order. */
const CALLS: ReadonlyArray<(shop: Shop) => void> = [
  ({ web, orders }) => web.calls(orders, { methods: [HttpMethod.POST, HttpMethod.GET], ports: [80] }),
  ({ web, bills }) => web.calls(bills),
  ({ web }) => web.proxy.isolate(),
  ({ web, edge }) => web.exposeVia(edge, { hostname: 'shop.example.com' }),
  ({ orders, edge }) => orders.exposeVia(edge, { hostname: 'shop.example.com', path: PathMatch.below('/orders') }),
  ({ web, bills }) => web.traffic.route('bills', Match.path(PathMatch.below('/bills')), bills),
  ({ web }) => web.access.allowFrom(Caller.namespaces('b', 'a')),
  ({ web }) => web.access.allowFrom(Caller.token(ISSUER).withClaim('role', 'admin')),
  ({ bills }) => bills.access.acceptJwt(ISSUER),
  ({ bills }) => bills.access.denyFrom(Caller.cidr('192.0.2.0/24')),
  ({ orders }) => orders.access.requireJwt(ISSUER, { exemptPaths: [PathMatch.exact('/alive')], exemptPreflights: true }),
  ({ orders }) => orders.access.requireJwt(ISSUER, { exemptPaths: [PathMatch.exact('/alive')], exemptPreflights: true }),
  ({ orders }) => orders.access.acceptJwt(JwtIssuer.of({ issuer: 'https://a.example.com' })),
  ({ orders }) => orders.access.mutualTls(MutualTls.PERMISSIVE, 90),
  ({ orders }) => orders.access.mutualTls(MutualTls.STRICT),
  ({ orders }) => orders.access.auditFrom(Caller.anyone()),
  ({ edge }) => edge.access.denyFrom(Caller.clientCidr('198.51.100.0/24')),
  ({ edge }) => edge.access.allowFrom(Caller.clientCidr('203.0.113.0/24')),
];

function rendered(calls: typeof CALLS, app = new MeshApp({ mesh: Istio.mesh() })): string {
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const edge = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none() });
  const [web, bills] = ['web', 'bills'].map(name => serviceIn(chart, name));
  const orders = serviceIn(chart, 'orders', { port: 80, targetPort: 8080, morePorts: [{ port: 90, targetPort: 9090, protocol: AppProtocol.GRPC }] });
  calls.forEach(call => call({ edge, bills, orders, web }));
  expect(problemsOf(chart)).toEqual([]);
  return Yaml.stringify(...Testing.synth(chart));
}

test('the order of calls changes no byte of what is rendered, which an API server would take', () => {
  const expected = rendered(CALLS);
  expect(refusals({ 'shop.yaml': expected })).toEqual([]);
  fc.assert(fc.property(fc.shuffledSubarray([...CALLS], { minLength: CALLS.length }), calls => {
    expect(rendered(calls)).toBe(expected);
  }), { numRuns: 25 });
}, 30_000);

test('a stock app renders the same', () => {
  const stock: any = Testing.app();
  Istio.mesh().applyTo(stock);
  expect(rendered(CALLS, stock)).toBe(rendered(CALLS));
});

test('in a mesh that lets everybody in, a call closes the service that is called', () => {
  const chart = guardedChart(Istio.mesh({ defaultAccess: DefaultAccess.OPEN }));
  serviceIn(chart, 'web').calls(serviceIn(chart, 'orders'));
  expect(Object.keys(policiesOf(chart))).toEqual(['shop/orders']);
});
