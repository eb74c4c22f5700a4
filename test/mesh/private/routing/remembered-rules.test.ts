import { Chart, Duration, Yaml } from 'cdk8s';
import { AppProtocol, IngressGateway, Match, MeshService, PathMatch, Split, Stickiness, TextMatch, Weight } from '../../../../lib';
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
  const problem = 'shop/web, port 3306: a sticky split is a matter of requests, and the mesh sees none here. Say protocol: AppProtocol.HTTP if that is spoken there; connections can be sent on, split and limited.';
  expect(() => db.traffic.onPort(3306).sendTo(split)).toThrow(new Error(problem));
  expect(() => db.traffic.onPort(3306).route('a', Match.sourceNamespace('b'), split)).toThrow(new Error(problem));
});

test('fails when a route asks for the header by which its split is sticky', () => {
  expect(() => web.traffic.route('api', Match.headerMatching('x-at', TextMatch.present()), canary(10))).toThrow(new Error(
    'shop/web, route "api": asks for the header "x-at", by which its split knows who was where. Make the split sticky by another header, or by a cookie.',
  ));
});
