import { Chart, Duration } from 'cdk8s';
import { Fault, HttpMethod, Match, MeshService, PathMatch, Percent, RouteDelegate, ServiceVersion, Split, TextMatch, Weight } from '../../../../lib';
import { shopChart, specOf, WEB, webIn } from '../../../support/shop-chart';

const SLOW: Fault = { delay: { percent: Percent.of(5), duration: Duration.seconds(1) } };

let chart: Chart;
let web: MeshService;
let v2: ServiceVersion;
beforeEach(() => {
  chart = shopChart();
  web = webIn(chart);
  v2 = web.addVersion('v2', WEB);
});

/** Name, version that gets the requests, and whether they wait. */
function rules(): unknown[] {
  expect(web.node.validate()).toEqual([]);
  return specOf(chart, 'VirtualService').http.map(({ name, route, fault }: any) => [name, route?.[0].destination.subset, fault !== undefined]);
}
const matchOf = (name: string): unknown => specOf(chart, 'VirtualService').http.find((rule: any) => rule.name === name)?.match;

test('a fault with the match of a route leaves its requests where they go', () => {
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2, { timeout: Duration.seconds(3), requestHeaders: { set: { 'x-via': 'testers' } } });
  web.traffic.injectFault('chaos', Match.header('x-canary', 'true'), SLOW);
  expect(rules()).toEqual([['chaos-testers', 'v2', true], ['testers', 'v2', false], ['default', 'v1', false]]);
  const [first] = specOf(chart, 'VirtualService').http;
  expect([first.timeout, first.headers]).toEqual([undefined, { request: { set: { 'x-via': 'testers' } } }]);
});

test('a fault that shares requests with a route has a rule for these, and one for the others', () => {
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2);
  web.traffic.injectFault('chaos', Match.path(PathMatch.below('/cart')), SLOW);
  expect(rules()).toEqual([['chaos-testers', 'v2', true], ['chaos', 'v1', true], ['testers', 'v2', false], ['default', 'v1', false]]);
  expect(matchOf('chaos-testers')).toEqual([
    { headers: { 'x-canary': { exact: 'true' } }, uri: { exact: '/cart' } }, { headers: { 'x-canary': { exact: 'true' } }, uri: { prefix: '/cart/' } },
  ]);
});

test('the shares have the order of the routes', () => {
  web.traffic.route('cart', Match.path(PathMatch.below('/cart')), web.version('v1'), { requestHeaders: { set: { 'x-via': 'cart' } } });
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2);
  web.traffic.injectFault('chaos', Match.method(HttpMethod.GET), SLOW);
  expect(rules().slice(0, 3)).toEqual([['chaos-cart', 'v1', true], ['chaos-testers', 'v2', true], ['chaos', 'v1', true]]);
});

test('a fault that would do the same with the requests of a route has one rule, unless another route would take them', () => {
  web.traffic.route('reads', Match.path(PathMatch.below('/reads')), web, { timeout: Duration.seconds(3) });
  web.traffic.injectFault('chaos', Match.header('x-chaos', 'true'), SLOW);
  expect(rules()).toEqual([['chaos', 'v1', true], ['reads', 'v1', false], ['default', 'v1', false]]);
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2);
  expect(rules().slice(0, 3)).toEqual([['chaos-reads', 'v1', true], ['chaos-testers', 'v2', true], ['chaos', 'v1', true]]);
});

test('a fault within a route that would do the same keeps its own rule', () => {
  web.traffic.route('reads', Match.path(PathMatch.below('/reads')), web, { timeout: Duration.seconds(3) });
  web.traffic.injectFault('chaos', Match.path(PathMatch.below('/reads')), SLOW);
  expect(rules()).toEqual([['chaos', 'v1', true], ['reads', 'v1', false], ['default', 'v1', false]]);
});

test('of a route that splits, the first part alone gets what is left of a fault', () => {
  web.traffic.route('cart', Match.path(PathMatch.below('/cart')), Split.canary({ stable: v2, canary: web.version('v1'), weight: Weight.percent(20) }));
  web.traffic.injectFault('chaos', Match.path(PathMatch.exact('/cart/new')), SLOW);
  expect(rules()[0]).toEqual(['chaos-cart', 'v2', true]);
});

test('what the mesh redirects, answers or leaves to others does not fail', () => {
  web.traffic.redirect('moved', Match.path(PathMatch.below('/old')), { host: 'new.example.com' });
  web.traffic.respond('gone', Match.path(PathMatch.below('/gone')), { status: 410 });
  web.traffic.leaveTo('team', Match.path(PathMatch.below('/team')), RouteDelegate.fromName('team/routes'));
  web.traffic.injectFault('chaos', Match.header('x-chaos', 'true'), SLOW);
  const http: any[] = specOf(chart, 'VirtualService').http;
  const done = ({ redirect, directResponse, delegate }: any): unknown => redirect?.authority ?? directResponse?.status ?? delegate?.name;
  expect(http.slice(0, 4).map(rule => [rule.name, done(rule), rule.fault === undefined])).toEqual([
    ['chaos-gone', 410, true], ['chaos-team', 'routes', true], ['chaos-moved', 'new.example.com', true], ['chaos', undefined, false],
  ]);
  expect(web.node.validate()).toEqual([]);
});

test('a redirect in the place of a fault leaves routes behind it within reach', () => {
  web.traffic.redirect('moved', Match.path(PathMatch.below('/old')), { host: 'new.example.com' });
  web.traffic.route('kept', Match.path(PathMatch.exact('/old/kept')), v2);
  web.traffic.injectFault('chaos', Match.path(PathMatch.below('/old')), SLOW);
  expect(rules().map((rule: any) => rule[0])).toEqual(['chaos-kept', 'chaos-moved', 'kept', 'moved', 'default']);
});

test('at another port a route shares nothing with a fault', () => {
  const shop = new Chart(chart, 'more', { namespace: 'shop' });
  const api = new MeshService(shop, 'api', { ...WEB, port: 8080, morePorts: [{ port: 9090 }] });
  const next = api.addVersion('v2', WEB);
  api.traffic.onPort(9090).route('testers', Match.header('x-canary', 'true'), next);
  api.traffic.onPort(8080).injectFault('chaos', Match.header('x-chaos', 'true'), SLOW);
  expect(specOf(shop, 'VirtualService').http.map(({ name }: any) => name)).toEqual(['chaos', 'default', 'testers-9090', 'default-9090']);
});

test('a fault and a route that compare one thing in two ways are an error', () => {
  web.traffic.route('testers', Match.headerMatching('x-user', TextMatch.regex('t.*')), v2);
  web.traffic.injectFault('chaos', Match.headerMatching('x-user', TextMatch.regex('.*7')), SLOW);
  expect(web.node.validate()).toEqual([
    'shop/web, route "chaos": can match the same requests as the route "testers", and one rule for these would have to compare "x-user" in two ways. Use exact texts or prefixes for both, or limit the fault to one of them.',
  ]);
});
