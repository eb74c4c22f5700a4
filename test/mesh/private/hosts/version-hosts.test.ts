import { Chart, Duration } from 'cdk8s';
import { GatewayApi, IngressGateway, LoadBalancing, Match, MeshService, MeshServiceBase, Weight } from '../../../../lib';
import { edgeApp, edgeChart, edgeIn, objectsIn } from '../../../support/edge-chart';
import { WEB, webIn } from '../../../support/shop-chart';

const HOSTNAME = 'shop.example.com';
const hostOf = (version: string): string => `web-${version}.shop.svc.cluster.local`;

let shop: Chart;
let edge: IngressGateway;
beforeEach(() => {
  const app = edgeApp();
  edge = edgeIn(edgeChart(app), { api: GatewayApi.KUBERNETES });
  shop = new Chart(app, 'shop', { namespace: 'shop' });
});
const expose = (service: MeshServiceBase): void => service.exposeVia(edge, { hostname: HOSTNAME });
const named = (chart: Chart, kind: string): any => {
  const objects = objectsIn(chart).filter(object => object.kind === kind);
  return Object.fromEntries(objects.map(({ metadata: { name }, spec }) => [name, spec]));
};

test('[F012] a gateway of the Kubernetes Gateway API divides requests among Services, one for each version', () => {
  const web = webIn(shop);
  const v2 = web.addVersion('v2', WEB);
  expose(web);
  web.traffic.split({ stable: web.version('v1'), canary: v2, weight: Weight.percent(10) });
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2);
  const backend = (name: string): object => ({ name, namespace: 'shop', port: 8080 });
  expect(named(edge.node.scope as Chart, 'HTTPRoute')[`edge.${HOSTNAME}`].rules.map(({ backendRefs }: any) => backendRefs)).toEqual([
    [backend('web-v2')], [{ ...backend('web-v1'), weight: 90 }, { ...backend('web-v2'), weight: 10 }],
  ]);
  const { web: all, ...versions } = named(shop, 'Service');
  expect(versions).toEqual(Object.fromEntries(['v1', 'v2'].map(version => [`web-${version}`, { ports: all.ports, selector: { app: 'web', version } }])));
  expect(named(edge.node.scope as Chart, 'ReferenceGrant')['edge.istio-ingress'].to.map(({ name }: any) => name)).toEqual(['web', 'web-v1', 'web-v2']);
});

test('callers inside go by subsets as ever, and a service of one version needs no more than its Service', () => {
  const web = webIn(shop);
  expose(web);
  expect(Object.keys(named(shop, 'Service'))).toEqual(['web']);
  web.addVersion('v2', WEB);
  expect(named(shop, 'VirtualService').web.http[0].route).toEqual([
    { destination: { host: web.host, port: { number: 8080 }, subset: 'v1' } },
  ]);
  expect(Object.keys(named(shop, 'DestinationRule'))).toEqual(['web']);
});

test('[F028] what is said of connections holds for the hosts of versions, too, each with what its version says', () => {
  const web = webIn(shop);
  const v2 = web.addVersion('v2', WEB);
  expose(web);
  web.traffic.loadBalance(LoadBalancing.roundRobin());
  web.traffic.ejectOutliers();
  web.traffic.onPort(8080).limitConnections({ connectTimeout: Duration.seconds(1) });
  v2.policy.loadBalance(LoadBalancing.random());
  const { 'web-v1': first, 'web-v2': second, web: { trafficPolicy } } = named(shop, 'DestinationRule');
  expect([first, second].map(({ host, subsets }) => [host, subsets])).toEqual(['v1', 'v2'].map(version => [hostOf(version), undefined]));
  expect(first.trafficPolicy).toEqual(trafficPolicy);
  expect([second.trafficPolicy, second.trafficPolicy.portLevelSettings[0]].map(({ loadBalancer }) => loadBalancer)).toEqual([{ simple: 'RANDOM' }, { simple: 'RANDOM' }]);
});

test('the only version has a host once requests are sent to it as such', () => {
  const web = webIn(shop);
  expose(web);
  web.version('v1').policy.loadBalance(LoadBalancing.random());
  expect(Object.keys(named(shop, 'Service'))).toEqual(['web', 'web-v1']);
});

test('whether it is exposed first or last changes nothing', () => {
  const rendered = (...calls: ((web: MeshService) => void)[]): unknown => {
    const app = edgeApp();
    edge = edgeIn(edgeChart(app), { api: GatewayApi.KUBERNETES });
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    const web = webIn(chart);
    web.addVersion('v2', WEB);
    calls.forEach(call => call(web));
    return [chart, edge.node.scope as Chart].map(each => each.toJson());
  };
  const [split, eject] = [
    (web: MeshService) => web.traffic.split({ stable: web.version('v1'), canary: web.version('v2'), weight: Weight.percent(10) }),
    (web: MeshService) => web.traffic.ejectOutliers(),
  ];
  expect(rendered(expose, split, eject)).toEqual(rendered(eject, split, expose));
});

test('pods that somebody else deploys are selected by the labels that are said of them', () => {
  const orders = MeshService.adopt(shop, 'orders', { port: 8080, podLabels: { 'app.kubernetes.io/name': 'orders' } });
  ['v1', 'v2'].forEach(version => orders.addVersion(version));
  expose(orders);
  expect(named(shop, 'Service')['orders-v2'].selector).toEqual({ 'app.kubernetes.io/name': 'orders', 'version': 'v2' });
});

test('fails when nobody knows which pods are of a version', () => {
  const orders = MeshService.adopt(shop, 'orders', { port: 8080 });
  ['v1', 'v2'].forEach(version => orders.addVersion(version));
  expect(() => expose(orders)).toThrow(new Error(
    'shop/orders: routes of the Kubernetes Gateway API send only to Services, so each version needs one, but its pods are not known. Set the labels that the Service of all versions selects: podLabels: { app: "..." }.',
  ));
});

test('fails when the host of a version is that of another service', () => {
  webIn(shop, { serviceName: 'web' }).addVersion('v2', WEB);
  MeshService.adopt(shop, 'web-v2', { port: 80 });
  expect(() => expose(shop.node.findChild('web') as MeshService)).toThrow(/"shop\/web-v2" already owns the host web-v2\.shop\.svc\.cluster\.local/);
});
