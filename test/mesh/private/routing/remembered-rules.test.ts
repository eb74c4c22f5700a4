import { Chart, Duration, Yaml } from 'cdk8s';
import { AppProtocol, IngressGateway, Match, MeshService, PathMatch, Split, Stickiness, TextMatch, Weight, WeightedTarget } from '../../../../lib';
import { objectsOf, shopChart, specOf, WEB, webIn } from '../../../support/shop-chart';
import { refusals } from '../../../support/valid';

const destination = (subset: string): object => ({ host: 'web.shop.svc.cluster.local', port: { number: 8080 }, subset });
const COOKIE = { exact: 'v1' };

let chart: Chart;
let web: MeshService;
beforeEach(() => {
  chart = shopChart();
  web = webIn(chart);
  web.addVersion('v2', WEB);
});
const canary = (weight: number, sticky: Stickiness = Stickiness.header('x-at')): Split => (
  Split.canary({ stable: web.version('v1'), canary: web.version('v2'), weight: Weight.percent(weight), sticky })
);
const rules = (): any[] => {
  expect(refusals({ 'shop.yaml': Yaml.stringify(...chart.toJson()) })).toEqual([]);
  return specOf(chart, 'VirtualService').http;
};

test('[F027] who was sent to a version gets to the same one again, and who was nowhere yet is divided and told', () => {
  web.traffic.split({ stable: web.version('v1'), canary: web.version('v2'), weight: Weight.percent(10), sticky: Stickiness.header('x-at') });
  web.traffic.timeout(Duration.seconds(3));
  expect(rules()).toEqual([
    { name: 'default-v1', match: [{ headers: { 'x-at': COOKIE } }], route: [{ destination: destination('v1') }], timeout: '3s' },
    { name: 'default-v2', match: [{ headers: { 'x-at': { exact: 'v2' } } }], route: [{ destination: destination('v2') }], timeout: '3s' },
    {
      name: 'default',
      route: [
        { destination: destination('v1'), weight: 90, headers: { response: { set: { 'x-at': 'v1' } } } },
        { destination: destination('v2'), weight: 10, headers: { response: { set: { 'x-at': 'v2' } } } },
      ],
      timeout: '3s',
    },
  ]);
});

test('the cookie is added to those of the service', () => {
  web.traffic.sendTo(canary(10, Stickiness.cookie('at')));
  const [first, , rest] = rules();
  expect([first.match, rest.route[0].headers]).toEqual([
    [{ headers: { cookie: { regex: '(?:.*; ?)?at=v1(?:;.*)?' } } }],
    { response: { add: { 'set-cookie': 'at=v1; Path=/; HttpOnly; SameSite=Lax' } } },
  ]);
});

test('a version that is taken back loses those who were there', () => {
  web.traffic.sendTo(canary(0));
  expect(rules().map(({ name }) => name)).toEqual(['default-v1', 'default']);
});

test('a route can be sticky, too: its match holds for those who come again', () => {
  web.traffic.route('api', Match.path(PathMatch.prefix('/api')), canary(10));
  expect(rules().map(({ name, match }) => [name, match])).toEqual([
    ['api-v1', [{ uri: { prefix: '/api' }, headers: { 'x-at': COOKIE } }]],
    ['api-v2', [{ uri: { prefix: '/api' }, headers: { 'x-at': { exact: 'v2' } } }]],
    ['api', [{ uri: { prefix: '/api' } }]],
    ['default', undefined],
  ]);
});

test('so do those who come by a gateway', () => {
  web.exposeVia(IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared'), { hostname: 'shop.example.com' });
  web.traffic.sendTo(canary(10));
  const [outside] = objectsOf(chart, 'VirtualService').filter(({ spec }) => spec.gateways !== undefined);
  expect(outside.spec.http.map(({ name, match }: any) => [name, match?.length])).toEqual([['web-default-v1', 1], ['web-default-v2', 1], ['web', undefined]]);
});

test('[F027] of targets that are called alike, clients remember which of them it was', () => {
  const orders = new MeshService(chart, 'orders', { ...WEB, port: 80 });
  orders.addVersion('v2', WEB);
  const half = Weight.percent(50);
  web.traffic.sendTo(Split.between(web.version('v1').weighted(half), orders.version('v1').weighted(half)).remembered(Stickiness.header('x-at')));
  expect(refusals({ 'shop.yaml': Yaml.stringify(...chart.toJson()) })).toEqual([]);
  const { http } = objectsOf(chart, 'VirtualService').find(({ metadata }) => metadata.name === 'web').spec;
  const names = ['v1.web.shop.svc.cluster.local.8080', 'v1.orders.shop.svc.cluster.local.80'];
  expect(http.map(({ name, match }: any) => [name, match])).toEqual([
    ...names.map(name => [`default-${name}`, [{ headers: { 'x-at': { exact: name } } }]]), ['default', undefined],
  ]);
  expect(http[2].route.map(({ headers }: any) => headers.response.set['x-at'])).toEqual(names);
});

test('[F027] so do those of one version at two ports', () => {
  const two = shopChart();
  const service = webIn(two, { morePorts: [{ port: 9090 }] });
  const v2 = service.addVersion('v2', WEB);
  const [half] = [Weight.percent(50)];
  service.traffic.onPort(8080).sendTo(Split.between(v2.weighted(half), new WeightedTarget(v2.atPort(9090), half)).remembered(Stickiness.header('x-at')));
  expect(refusals({ 'shop.yaml': Yaml.stringify(...two.toJson()) })).toEqual([]);
  expect(specOf(two, 'VirtualService').http.slice(0, 2).map(({ match, route }: any) => [match[0].headers['x-at'].exact, route[0].destination.port.number])).toEqual([
    ['v2.web.shop.svc.cluster.local.8080', 8080], ['v2.web.shop.svc.cluster.local.9090', 9090],
  ]);
});

test('fails when two splits of which each has a memory tell their clients the same', () => {
  const [orders, bills] = ['orders', 'bills'].map(name => {
    const service = new MeshService(chart, name, { ...WEB, port: 80 });
    const sticky = Stickiness.header('x-at');
    service.traffic.split({ stable: service.version('v1'), canary: service.addVersion('v2', WEB), weight: Weight.percent(50), sticky });
    return new WeightedTarget(service, Weight.percent(50));
  });
  web.traffic.sendTo(Split.between(orders, bills));
  expect(web.node.validate()).toEqual(['v1', 'v2'].map(version => (
    `shop/web, route "default-${version}.bills.shop.svc.cluster.local.80": never matches a request, because "default-${version}.orders.shop.svc.cluster.local.80" comes first and matches all of its requests. Narrow what comes first, set a priority, or leave one of them out.`
  )));
});

test('fails when a route asks for the header by which the service that it leads to remembers', () => {
  const orders = new MeshService(chart, 'orders', { ...WEB, port: 80 });
  web.traffic.route('orders', Match.header('x-at', 'v1'), orders);
  orders.traffic.split({ stable: orders.version('v1'), canary: orders.addVersion('v2', WEB), weight: Weight.percent(50), sticky: Stickiness.header('x-at') });
  expect(chart.node.findAll().flatMap(({ node }) => node.validate())).toEqual([
    'shop/web, route "orders": matches the header "x-at", which keeps its target split sticky. Make the split sticky by another header, or by a cookie.',
  ]);
});

test('what does not fit is said once, not for each version', () => {
  web.traffic.sendTo(canary(10));
  web.traffic.timeout(Duration.seconds(1));
  web.traffic.retry({ attempts: 1, perTryTimeout: Duration.seconds(1) });
  expect(web.node.validate()).toHaveLength(1);
});

test('connections remember nothing, and others of the service may', () => {
  const plain = shopChart();
  const db = webIn(plain, { morePorts: [{ port: 3306, protocol: AppProtocol.MYSQL }] });
  const v2 = db.addVersion('v2', WEB);
  const split = Split.canary({ stable: db.version('v1'), canary: v2, weight: Weight.percent(10), sticky: Stickiness.header('x-at') });
  db.traffic.sendTo(split);
  expect(specOf(plain, 'VirtualService').tcp[0].route.map(({ headers }: any) => headers)).toEqual([undefined, undefined]);
  const problem = 'shop/web, port 3306: a sticky split applies to requests, but the mesh sees none here. Set protocol: AppProtocol.HTTP if the port speaks HTTP; connections can be routed, split and limited.';
  expect(() => db.traffic.onPort(3306).sendTo(split)).toThrow(new Error(problem));
  expect(() => db.traffic.onPort(3306).route('a', Match.sourceNamespace('b'), split)).toThrow(new Error(problem));
});

test('fails when a route asks for the header by which its split is sticky', () => {
  expect(() => web.traffic.route('api', Match.headerMatching('x-at', TextMatch.present()), canary(10))).toThrow(new Error(
    'shop/web, route "api": matches the header "x-at", which keeps its split sticky. Make the split sticky by another header, or by a cookie.',
  ));
});
