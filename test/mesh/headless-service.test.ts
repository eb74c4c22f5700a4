import { Chart, Duration } from 'cdk8s';
import { ClientTls, Istio, LoadBalancing, Match, MeshApp, MeshService, PathMatch } from '../../lib';
import { objectsOf, shopChart, specOf, WEB, webIn } from '../support/shop-chart';
import { refusals } from '../support/valid';

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

/** The service, in two ways of starting. */
const STARTS: [string, () => MeshService | ReturnType<typeof MeshService.adopt>][] = [
  ['deployed', () => webIn(chart, { headless: true })],
  ['adopted', () => MeshService.adopt(chart, 'web', { port: 8080, headless: true })],
];

test('a headless Service has no address', () => {
  webIn(chart, { headless: true });
  expect(specOf(chart, 'Service')).toEqual({ clusterIP: 'None', selector: { app: 'web' }, ports: [{ name: 'http', port: 8080, targetPort: 8080, appProtocol: 'http' }] });
});

test('an API server takes it, with rules', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  webIn(new Chart(app, 'shop', { namespace: 'shop' }), { headless: true }).traffic.timeout(Duration.seconds(1));
  expect(refusals({ 'shop.yaml': app.synthYaml() })).toEqual([]);
});

describe.each(STARTS)('%s', (_, start) => {
  test('what holds whoever picks the pod can be said', () => {
    const web = start();
    web.traffic.timeout(Duration.seconds(1));
    web.traffic.limitConnections();
    web.traffic.clientTls(ClientTls.disabled());
    web.traffic.route('orders', Match.path(PathMatch.below('/orders')), MeshService.adopt(chart, 'orders', { port: 8080 }));
    expect(objectsOf(chart, 'VirtualService')[0].spec.http.map(({ name, route }: any) => [name, route[0].destination.host])).toEqual([
      ['orders', 'orders.shop.svc.cluster.local'], ['default', 'web.shop.svc.cluster.local'],
    ]);
  });

  test.each([
    ['loadBalance', ({ traffic }: MeshService) => traffic.loadBalance(LoadBalancing.roundRobin())],
    ['ejectOutliers', ({ traffic }: MeshService) => traffic.onPort(8080).ejectOutliers()],
  ])('fails on %s, since each caller picks the pod', (verb, say) => {
    const web = start();
    expect(() => say(web as MeshService)).toThrow(
      new Error(`shop/web: ${verb} has no effect on a headless service, whose callers pick the instance themselves. Leave it out, or leave out headless.`),
    );
  });
});

test('fails to send to a version, to say of one how connections are made, and to add a second one', () => {
  const web = webIn(chart, { headless: true });
  const message = (version: string): Error => new Error(
    `shop/web: is headless, so each caller picks the pod itself, and traffic cannot be sent to version "${version}" only. Leave out headless, or make the version a separate service.`,
  );
  expect(() => web.traffic.sendTo(web.version('v1'))).toThrow(message('v1'));
  expect(() => web.version('v1').policy.limitConnections()).toThrow(message('v1'));
  const other = shopChart();
  expect(() => webIn(other, { headless: true }).addVersion('v2', WEB)).toThrow(message('v2'));
  expect(objectsOf(other, 'Deployment')).toHaveLength(1);
});

test('fails when what is sent to another host would come here', () => {
  const [web, orders] = [webIn(chart, { headless: true }), MeshService.adopt(chart, 'orders', { port: 8080 })];
  expect(() => orders.traffic.sendTo(web)).toThrow(
    new Error('shop/web: is headless, so requests for orders.shop.svc.cluster.local would not arrive here: a proxy sends them to the address that the caller chose. Leave out headless, or send to a service that has its own address.'),
  );
});
