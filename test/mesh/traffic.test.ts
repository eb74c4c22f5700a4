import { Chart, Duration, Yaml } from 'cdk8s';
import { AppProtocol, HttpMethod, IngressGateway, LoadBalancing, Locality, Match, MeshService, PathMatch, Percent, RetryOn, ServiceVersion, Split, TextMatch, Traffic, Weight, WeightedTarget } from '../../lib';
import { RedirectScheme } from '../../lib/mesh/redirect';
import { objectsOf, shopChart, specOf, WEB, webIn } from '../support/shop-chart';
import { refusals } from '../support/valid';

const HOST = 'web.shop.svc.cluster.local';
const at = (subset?: string, weight?: number): object => ({
  destination: { host: HOST, port: { number: 8080 }, ...(subset === undefined ? {} : { subset }) }, ...(weight === undefined ? {} : { weight }),
});

const ABORT = { abort: { percent: Percent.of(100), status: 503 } };
const NOT_B = Match.withoutHeader('a', TextMatch.exact('b'));

let chart: Chart;
let web: MeshService;
let v1: ServiceVersion;
let v2: ServiceVersion;
beforeEach(() => {
  chart = shopChart();
  web = webIn(chart);
  v1 = web.version('v1');
  v2 = web.addVersion('v2', WEB);
});
const rules = (): any[] => specOf(chart, 'VirtualService').http;
const valid = (): string[] => refusals({ 'shop.yaml': Yaml.stringify(...chart.toJson()) });
const problems = (): string[] => web.node.validate();

test('a service of one version of which nothing is said has no rules', () => {
  const plain = shopChart();
  webIn(plain);
  expect(objectsOf(plain, 'VirtualService')).toEqual([]);
});

test('a new version gets no requests before somebody says so', () => {
  expect(rules()).toEqual([{ name: 'default', route: [at('v1')] }]);
});

test('[F011] a route stands before the rest, which no match narrows', () => {
  web.traffic.route('testers', Match.header('X-Canary', 'true'), v2);
  expect(rules()).toEqual([
    { name: 'testers', match: [{ headers: { 'x-canary': { exact: 'true' } } }], route: [at('v2')] },
    { name: 'default', route: [at('v1')] },
  ]);
});

test.each([[10], [20], [5], [90], [0]])('[F012] [F090] a canary gets %d of a hundred, and the stable version the rest', weight => {
  web.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(weight) });
  expect(rules()).toEqual([{ name: 'default', route: [at('v1', 100 - weight), at('v2', weight)] }]);
});

test('[F095] all requests move to another version at once', () => {
  web.traffic.sendTo(v2);
  expect(rules()).toEqual([{ name: 'default', route: [at('v2')] }]);
});

test('[F013] [F019] a destination has the full name of its host, and its port', () => {
  const orders = MeshService.fromHost('orders.billing.svc.cluster.local', 4318);
  web.traffic.route('orders', Match.path(PathMatch.prefix('/v1/traces')), orders);
  expect(rules()[0]).toEqual({
    name: 'orders', match: [{ uri: { prefix: '/v1/traces' } }], route: [{ destination: { host: 'orders.billing.svc.cluster.local', port: { number: 4318 } } }],
  });
});

test('[F014] a timeout holds on every route that has none of its own', () => {
  web.traffic.route('slow', Match.path(PathMatch.exact('/report')), v2, { timeout: Duration.seconds(30) });
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2);
  web.traffic.timeout(Duration.seconds(10));
  expect(rules().map(({ name, timeout }) => [name, timeout])).toEqual([['slow', '30s'], ['testers', '10s'], ['default', '10s']]);
});

test('[F015] retries have safe conditions unless others are named', () => {
  web.traffic.retry({ attempts: 3, perTryTimeout: Duration.millis(1500) });
  expect(rules()[0].retries).toEqual({ attempts: 3, perTryTimeout: '1500ms', retryOn: 'connect-failure,refused-stream,reset-before-request' });
});

test('[F015] what may repeat a processed request is allowed on a route whose methods do no harm, or when somebody says so', () => {
  const on = [RetryOn.SERVER_ERROR, RetryOn.RESET];
  web.traffic.route('reads', Match.method(HttpMethod.GET, HttpMethod.HEAD), v1, { retry: { attempts: 2, on } });
  web.traffic.retry({ attempts: 1, on, unsafeMethods: true });
  expect(rules().map(({ retries: { retryOn } }) => retryOn)).toEqual(['5xx,reset', '5xx,reset']);
  expect(() => web.traffic.retry({ attempts: 1, on })).toThrow(new Error(
    'shop/web: after 5xx, reset the request may already have been processed, and a POST would be processed twice. Set unsafeMethods: true if that does no harm, or retry on a route that matches Match.method(HttpMethod.GET) only.',
  ));
});

test('[F016] tries that do not fit into the timeout are a problem', () => {
  web.traffic.timeout(Duration.seconds(5));
  web.traffic.retry({ attempts: 3, perTryTimeout: Duration.seconds(2) });
  expect(problems()).toEqual([
    'shop/web, route "default": 4 tries of 2 seconds do not fit into a timeout of 5 seconds. Allow 8 seconds, or fewer or shorter tries.',
  ]);
});

test('[F016] tries that just fit are none', () => {
  web.traffic.timeout(Duration.seconds(8));
  web.traffic.retry({ attempts: 3, perTryTimeout: Duration.seconds(2) });
  expect(problems()).toEqual([]);
});

test('[F020] [F021] everything about a host stands in one VirtualService: faults, then routes, then the split with its mirror', () => {
  web.traffic.mirrorTo(v2);
  web.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(10) });
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2);
  web.traffic.injectFault('chaos', Match.header('x-chaos-test', 'true'), { delay: { percent: Percent.of(50), duration: Duration.seconds(5) } });
  expect(objectsOf(chart, 'VirtualService').map(({ spec: { hosts, http } }) => [hosts, http.map(({ name }: any) => name)]))
    .toEqual([[[HOST], ['chaos-testers', 'chaos', 'testers', 'default']]]);
  expect(rules()[3]).toEqual({
    name: 'default', route: [at('v1', 90), at('v2', 10)], mirrors: [{ destination: (at('v2') as any).destination, percentage: { value: 100 } }],
  });
});

test('[F085] [F086] [F087] [F088] a fault is guarded by its match, leaves a default, and has neither timeout nor retries', () => {
  web.traffic.timeout(Duration.seconds(10));
  web.traffic.retry({ attempts: 3 });
  web.traffic.injectFault('chaos', Match.header('x-chaos-test', 'true'), {
    delay: { percent: Percent.of(50), duration: Duration.seconds(5) }, abort: { percent: Percent.of(10), status: 503 },
  });
  expect(rules()[0]).toEqual({
    name: 'chaos',
    match: [{ headers: { 'x-chaos-test': { exact: 'true' } } }],
    fault: { delay: { percentage: { value: 50 }, fixedDelay: '5s' }, abort: { percentage: { value: 10 }, httpStatus: 503 } },
    route: [at('v1')],
  });
  expect(rules()[1].name).toBe('default');
});

test('[F092] [F094] header routes send each group to its version, before the split', () => {
  web.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(0) });
  web.traffic.route('control', Match.header('x-user-group', 'control'), v1);
  web.traffic.route('experimental', Match.header('x-user-group', 'experimental'), v2);
  expect(rules().map(({ name, route }) => [name, route[0].destination.subset])).toEqual([['control', 'v1'], ['experimental', 'v2'], ['default', 'v1']]);
});

test('[F093] copies go to another version, and the answers come from the first', () => {
  web.traffic.mirrorTo(v2, Percent.of(12.5));
  expect(rules()).toEqual([{ name: 'default', route: [at('v1')], mirrors: [{ destination: (at('v2') as any).destination, percentage: { value: 12.5 } }] }]);
});

test('of a split each part gets its share of the copies', () => {
  const v3 = web.addVersion('v3', WEB);
  const split = Split.between(v2.weighted(Weight.percent(75)), v3.weighted(Weight.percent(25)), v1.weighted(Weight.percent(0)));
  web.traffic.mirrorTo(split, Percent.of(50));
  expect(rules()[0].mirrors.map(({ destination, percentage }: any) => [destination.subset, percentage.value])).toEqual([['v2', 37.5], ['v3', 12.5]]);
});

test('[F029] [F031] what is said of connections stands in the DestinationRule, for all, for a version and for a port', () => {
  web.traffic.ejectOutliers();
  web.traffic.onPort(8080).limitConnections({ maxConnections: 7 });
  v2.policy.loadBalance(LoadBalancing.roundRobin());
  const { trafficPolicy, subsets } = specOf(chart, 'DestinationRule');
  expect(Object.keys(trafficPolicy)).toEqual(['outlierDetection', 'portLevelSettings']);
  expect(trafficPolicy.outlierDetection).not.toHaveProperty('consecutiveErrors');
  expect(trafficPolicy.portLevelSettings[0]).toMatchObject({ port: { number: 8080 }, connectionPool: { tcp: { maxConnections: 7 } } });
  expect(subsets.map(({ name, trafficPolicy: own }: any) => [name, own])).toEqual([['v1', undefined], ['v2', { loadBalancer: { simple: 'ROUND_ROBIN' } }]]);
  expect(web.traffic.onPort(8080)).toBe(web.traffic.onPort(8080));
});

test('[F031] [F123] failover without ejection is a problem of the service, whatever is said first, and ejection mends it', () => {
  web.traffic.locality(Locality.failover());
  expect(problems()).toEqual([
    'shop/web: requests go to the nearest healthy instances, but no instance is ever marked as unhealthy, so the mesh ignores the locality. Use ejectOutliers(), or distribute the requests with Locality.distribute(...).',
  ]);
  web.traffic.ejectOutliers();
  expect(problems()).toEqual([]);
  expect(specOf(chart, 'DestinationRule').trafficPolicy.loadBalancer).toEqual({ localityLbSetting: { enabled: true } });
  expect(valid()).toEqual([]);
});

test('what a version alone says of connections holds, since requests are sent to it as such', () => {
  const single = shopChart();
  webIn(single).version('v1').policy.loadBalance(LoadBalancing.random());
  expect(specOf(single, 'VirtualService').http[0].route[0].destination.subset).toBe('v1');
});

test('a route may divide its requests, too', () => {
  web.traffic.route('testers', Match.header('x-canary', 'true'), Split.between(v1.weighted(Weight.percent(50)), v2.weighted(Weight.percent(50))));
  expect(rules()[0].route).toEqual([at('v1', 50), at('v2', 50)]);
});

test('a rule whose alternatives differ in rank stands in several places', () => {
  web.traffic.route('a', Match.any(Match.path(PathMatch.exact('/a')), Match.header('x-a', '1')), v2);
  web.traffic.route('b', Match.path(PathMatch.prefix('/b')), v1);
  expect(rules().map(({ name }) => name)).toEqual(['a', 'b', 'a-2', 'default']);
});

test('[F023] fails when two routes can take the same request and neither is more specific, until one has a priority', () => {
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2);
  const premium = Match.header('x-user-type', 'premium');
  expect(() => web.traffic.route('premium', premium, v1)).toThrow(new Error(
    'shop/web, route "premium": can match the same requests as "testers", and neither is more specific. Set which comes first: { priority: 1 }.',
  ));
  web.traffic.route('premium', premium, v1, { priority: 1 });
  expect(rules().map(({ name }) => name)).toEqual(['premium', 'testers', 'default']);
});

test('a redirect and an answer of the mesh stand among the routes, without timeout and retries', () => {
  web.traffic.timeout(Duration.seconds(10));
  web.traffic.retry({ attempts: 3, perTryTimeout: Duration.seconds(2) });
  web.traffic.redirect('moved', Match.path(PathMatch.below('/old')), { scheme: RedirectScheme.HTTPS, port: 443, path: '/new' });
  web.traffic.respond('gone', Match.path(PathMatch.exact('/old/report')), { status: 410, body: 'gone' });
  expect(rules().slice(0, 2)).toEqual([
    { name: 'gone', match: [{ uri: { exact: '/old/report' } }], directResponse: { status: 410, body: { string: 'gone' } } },
    {
      name: 'moved',
      match: [{ uri: { exact: '/old' } }, { uri: { prefix: '/old/' } }],
      redirect: { scheme: 'https', port: 443, uri: '/new', redirectCode: 301 },
    },
  ]);
  expect(problems()).toEqual([]);
  expect(valid()).toEqual([]);
});

test('of a redirect, an answer and a route that tie, a priority says which comes first', () => {
  web.traffic.route('testers', Match.header('x-a', '1'), v2);
  web.traffic.redirect('moved', Match.header('x-b', '1'), { host: 'new.example.com', priority: 1 });
  web.traffic.respond('gone', Match.header('x-c', '1'), { status: 410, priority: 2 });
  expect(rules().map(({ name }) => name)).toEqual(['gone', 'moved', 'testers', 'default']);
});

test('a route gives the service another path, and changes headers', () => {
  web.traffic.route('orders', Match.path(PathMatch.below('/api/orders')), v2, {
    rewrite: { path: '/orders', host: 'orders.internal' },
    requestHeaders: { set: { 'x-via': 'web' }, remove: ['x-debug'] },
    responseHeaders: { add: { 'x-served-by': 'v2' } },
  });
  expect(rules()[0]).toEqual({
    name: 'orders',
    match: [{ uri: { exact: '/api/orders' } }, { uri: { prefix: '/api/orders/' } }],
    rewrite: { authority: 'orders.internal', uriRegexRewrite: { match: '^/api/orders(/.*)?$', rewrite: '/orders\\1' } },
    headers: { request: { set: { 'x-via': 'web' }, remove: ['x-debug'] }, response: { add: { 'x-served-by': 'v2' } } },
    route: [at('v2')],
  });
  expect(valid()).toEqual([]);
});

test('what is said of requests holds at gateways, too', () => {
  const edge = IngressGateway.fromName(chart, 'edge', 'istio-system/shared');
  web.exposeVia(edge, { hostname: 'shop.example.com', path: PathMatch.below('/old/deep') });
  web.traffic.route('orders', Match.path(PathMatch.below('/old')), v2, { rewrite: { path: '/new' } });
  web.traffic.redirect('moved', Match.path(PathMatch.exact('/old/deep/a')), { path: '/b' });
  web.traffic.respond('gone', Match.path(PathMatch.exact('/old/deep/c')), { status: 410 });
  const exposed = objectsOf(chart, 'VirtualService').find(({ spec }) => spec.gateways !== undefined);
  expect(exposed.spec.http.slice(0, 3)).toEqual([
    { name: 'web-gone', match: [{ uri: { exact: '/old/deep/c' } }], directResponse: { status: 410 } },
    { name: 'web-moved', match: [{ uri: { exact: '/old/deep/a' } }], redirect: { uri: '/b', redirectCode: 301 } },
    {
      name: 'web-orders',
      match: [{ uri: { exact: '/old/deep' } }, { uri: { prefix: '/old/deep/' } }],
      rewrite: { uriRegexRewrite: { match: '^/old(/.*)?$', rewrite: '/new\\1' } },
      route: [at('v2')],
    },
  ]);
  expect(valid()).toEqual([]);
});

test('a CORS policy holds wherever requests are sent on, for preflights of every method, unless a route has its own', () => {
  const [shopOrigin, admin] = ['https://shop.example.com', 'https://admin.example.com'].map(TextMatch.exact);
  web.traffic.route('reads', Match.all(Match.path(PathMatch.exact('/a')), Match.method(HttpMethod.GET)), v2, { cors: { allowOrigins: [admin] } });
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2);
  web.traffic.respond('gone', Match.path(PathMatch.exact('/gone')), { status: 410 });
  web.traffic.injectFault('chaos', Match.header('x-chaos-test', 'true'), { abort: { percent: Percent.of(50), status: 503 } });
  web.traffic.cors({ allowOrigins: [shopOrigin], maxAge: Duration.hours(1) });
  const common = { allowOrigins: [{ exact: 'https://shop.example.com' }], maxAge: '3600s' };
  expect(rules().map(({ name, corsPolicy }) => [name, corsPolicy])).toEqual([
    ['chaos-reads', { allowOrigins: [{ exact: 'https://admin.example.com' }] }], ['chaos-gone', undefined], ['chaos-testers', common], ['chaos', common],
    ['reads', { allowOrigins: [{ exact: 'https://admin.example.com' }] }], ['gone', undefined], ['testers', common], ['default', common],
  ]);
  expect(rules()[4].match).toEqual([
    { uri: { exact: '/a' }, method: { exact: 'GET' } },
    { uri: { exact: '/a' }, method: { exact: 'OPTIONS' }, headers: { 'access-control-request-method': { exact: 'GET' } } },
  ]);
  expect(valid()).toEqual([]);
});

test('a CORS policy holds at gateways, too', () => {
  web.exposeVia(IngressGateway.fromName(chart, 'edge', 'istio-system/shared'), { hostname: 'shop.example.com', path: PathMatch.below('/web') });
  web.traffic.route('reads', Match.method(HttpMethod.GET), v2, { cors: { allowOrigins: [TextMatch.exact('*')] } });
  const exposed = objectsOf(chart, 'VirtualService').find(({ spec }) => spec.gateways !== undefined);
  const preflight = { method: { exact: 'OPTIONS' }, headers: { 'access-control-request-method': { exact: 'GET' } } };
  expect(exposed.spec.http[0]).toEqual({
    name: 'web-reads',
    match: [
      { uri: { exact: '/web' }, method: { exact: 'GET' } },
      { uri: { prefix: '/web/' }, method: { exact: 'GET' } },
      { uri: { exact: '/web' }, ...preflight },
      { uri: { prefix: '/web/' }, ...preflight },
    ],
    corsPolicy: { allowOrigins: [{ exact: '*' }] },
    route: [at('v2')],
  });
  expect(valid()).toEqual([]);
});

test.each<[string, (traffic: Traffic) => void, string]>([
  ['a name that is taken', traffic => ['x-a', 'x-b'].forEach(header => traffic.route('one', Match.header(header, '1'), v1)), 'route "one": a route with this name already exists'],
  ['the name of the last rule', traffic => traffic.route('default', Match.header('x-a', '1'), v1), 'route "default": a route with this name already exists'],
  ['a second rest', traffic => [v1, v2].forEach(version => traffic.sendTo(version)), 'shop/web: sendTo is already set. Set it once; a route or a port may have its own.'],
  ['a fault that is none', traffic => traffic.injectFault('chaos', Match.header('x', '1'), {}), 'a fault aborts requests, delays them, or both'],
  ['a match that takes every request', traffic => traffic.route('all', Match.path(PathMatch.prefix('/')), v1), 'route "all": matches every request, so nothing is left for the other routes'],
  ['a fault for every request', traffic => traffic.injectFault('all', Match.path(PathMatch.regex('/.*')), ABORT), 'route "all": matches every request, so nothing is left for the other routes'],
  ['a fault for every method', traffic => traffic.injectFault('all', Match.method(...Object.values(HttpMethod)), ABORT), 'route "all": matches every request, so nothing is left for the other routes'],
  ['a fault for one value and all others', traffic => traffic.injectFault('all', Match.any(Match.header('a', 'b'), NOT_B), ABORT), 'route "all": matches every request, so nothing is left for the other routes'],
  ['a priority that is no number', traffic => traffic.route('one', Match.header('x', '1'), v1, { priority: NaN }), 'route "one": NaN is not a priority. Use a number; the highest comes first.'],
  ['a redirect to nowhere', traffic => traffic.redirect('one', Match.header('x', '1'), {}), 'shop/web, route "one": a redirect needs a target'],
  ['an answer of no status', traffic => traffic.respond('one', Match.header('x', '1'), { status: 20 }), 'shop/web, route "one": 20 is not a response status'],
  ['a second CORS policy', traffic => ['*', '*'].forEach(origin => traffic.cors({ allowOrigins: [TextMatch.exact(origin)] })), 'shop/web: cors is already set. Set it once; a route or a port may have its own.'],
  ['a CORS policy of no origin', traffic => traffic.cors({ allowOrigins: [] }), 'shop/web: cors: allows no origin'],
  ['a CORS policy that no preflight comes to', traffic => traffic.route('one', Match.header('x', '1'), v1, { cors: { allowOrigins: [TextMatch.exact('*')] } }), 'shop/web, route "one": cors: a preflight request does not have the header "x"'],
  ['a rewrite of nothing', traffic => traffic.route('one', Match.header('x', '1'), v1, { rewrite: {} }), 'shop/web, route "one": a rewrite changes the path, the host, or both'],
  ['no changed header of requests', traffic => traffic.route('one', Match.header('x', '1'), v1, { requestHeaders: {} }), 'shop/web, route "one": requestHeaders: changes no header'],
  ['no changed header of answers', traffic => traffic.route('one', Match.header('x', '1'), v1, { responseHeaders: {} }), 'shop/web, route "one": responseHeaders: changes no header'],
  ['a timeout of no time', traffic => traffic.timeout(Duration.millis(0)), 'shop/web: timeout cannot be 0 milliseconds'],
  ['a timeout of no time on a route', traffic => traffic.route('one', Match.header('x', '1'), v1, { timeout: Duration.millis(0) }), 'route "one": timeout cannot be 0 milliseconds'],
  ['a delay of no time', traffic => traffic.injectFault('one', Match.header('x', '1'), { delay: { percent: Percent.of(1), duration: Duration.millis(0) } }), 'route "one": delay cannot be 0 milliseconds'],
  ['a port that the service lacks', traffic => traffic.onPort(80), 'shop/web: has no port 80. Known ports: 8080. Use the port of the Service, not of its pods.'],
  ['an abort without a status', traffic => traffic.injectFault('chaos', Match.header('x', '1'), { abort: { percent: Percent.of(1), status: 20 } }), '20 is not a response status'],
])('fails on %s', (_, call, message) => {
  expect(() => call(web.traffic)).toThrow(message);
});

test('a route to the service itself goes with the rest, and only does something else with it on the way', () => {
  web.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(0) });
  web.traffic.mirrorTo(v2);
  web.traffic.route('reads', Match.method(HttpMethod.GET), web, { timeout: Duration.seconds(1) });
  const [reads, rest] = rules();
  expect([reads.route, reads.mirrors, reads.timeout]).toEqual([rest.route, rest.mirrors, '1s']);
  expect(reads.route).toEqual([at('v1', 100), at('v2', 0)]);
});

test('what another service sends to one with versions goes where that sends it, not to all of its pods', () => {
  const orders = MeshService.adopt(chart, 'orders', { port: 80 });
  const [one, two] = ['v1', 'v2'].map(version => orders.addVersion(version));
  web.traffic.route('orders', Match.path(PathMatch.below('/orders')), orders);
  const sentTo = (): any[] => objectsOf(chart, 'VirtualService').find(({ metadata }) => metadata.name === 'web').spec.http[0].route
    .map(({ destination: { subset }, weight }: any) => [subset, weight]);
  expect(sentTo()).toEqual([['v1', undefined]]);
  orders.traffic.split({ stable: one, canary: two, weight: Weight.percent(20) });
  expect(sentTo()).toEqual([['v1', 80], ['v2', 20]]);
});

test('a part of a split that is divided once more gets whole shares', () => {
  const orders = MeshService.adopt(chart, 'orders', { port: 80 });
  const [one, two] = ['v1', 'v2'].map(version => orders.addVersion(version));
  const [half] = [Weight.percent(50)];
  web.traffic.sendTo(Split.between(v1.weighted(half), new WeightedTarget(orders, half)));
  orders.traffic.split({ stable: one, canary: two, weight: Weight.percent(10) });
  expect(objectsOf(chart, 'VirtualService').find(({ metadata }) => metadata.name === 'web').spec.http[0].route.map(({ weight }: any) => weight)).toEqual([50, 45, 5]);
});

test('[F086] faults that leave nothing together are a problem', () => {
  web.traffic.injectFault('some', Match.header('a', 'b'), ABORT);
  expect(problems()).toEqual([]);
  web.traffic.injectFault('others', NOT_B, ABORT);
  expect(problems()).toEqual(['shop/web: the faults "some" and "others" together match every request, so nothing is left for the other routes. Narrow one of them.']);
});

test.each([true, false])('shares that are not whole are a problem of the route, whatever is said first', isDividedFirst => {
  const orders = MeshService.adopt(chart, 'orders', { port: 80 });
  const [one, two] = ['v1', 'v2'].map(version => orders.addVersion(version));
  const steps = [
    () => orders.traffic.split({ stable: one, canary: two, weight: Weight.percent(25) }),
    () => web.traffic.sendTo(Split.between(v1.weighted(Weight.percent(90)), new WeightedTarget(orders, Weight.percent(10)))),
  ];
  (isDividedFirst ? steps : steps.reverse()).forEach(step => step());
  expect(chart.node.findAll().flatMap(({ node }) => node.validate())).toEqual([[7.5, 'v1'], [2.5, 'v2']].map(([share, version]) => (
    `shop/web, route "default": sends ${share} percent to version "${version}" of orders.shop.svc.cluster.local at port 80, because that share is split again, and the mesh supports only whole percentages. Send to one of its versions, or choose weights that give whole percentages.`
  )));
});

test('a target that stands in a split in two ways is a problem, at ports of connections, too', () => {
  const two = shopChart();
  const db = webIn(two, { morePorts: [{ port: 3306, protocol: AppProtocol.MYSQL }] });
  const next = db.addVersion('v2', WEB);
  const half = Weight.percent(50);
  db.traffic.sendTo(Split.between(next.weighted(half), new WeightedTarget(next.atPort(8080), half)));
  db.traffic.onPort(3306).sendTo(Split.between(next.weighted(half), new WeightedTarget(next.atPort(3306), half)));
  expect(db.node.validate()).toEqual([['port 3306', 3306], ['route "default"', 8080]].map(([place, port]) => (
    `shop/web, ${place}: splits its requests and sends two parts to version "v2" of ${HOST} at port ${port}. List it once in the split, with its whole share.`
  )));
});

test.each([true, false])('[F093] copies that go one way twice are a problem, whatever is said first', isVersionFirst => {
  const steps = [() => web.traffic.mirrorTo(v2, Percent.of(5)), () => web.traffic.mirrorTo(v2.atPort(8080), Percent.of(10))];
  (isVersionFirst ? steps : steps.reverse()).forEach(step => step());
  web.traffic.route('reads', Match.method(HttpMethod.GET), web);
  expect(problems()).toEqual([
    `shop/web, route "default": copies requests to version "v2" of ${HOST} at port 8080 in two ways. Call mirrorTo for it once, with the share of all copies: Percent.of(...).`,
  ]);
});

test('fails when nothing would be copied', () => {
  expect(() => web.traffic.mirrorTo(v2, Percent.of(0))).toThrow(new Error('shop/web: copies no requests. Use more than Percent.of(0), or leave mirrorTo out.'));
});

test('two services that send to each other do not go in a circle', () => {
  const orders = MeshService.adopt(chart, 'orders', { port: 80 });
  web.traffic.sendTo(orders);
  orders.traffic.sendTo(web);
  expect(objectsOf(chart, 'VirtualService').map(({ spec }) => spec.http[0].route[0].destination.host)).toHaveLength(2);
});

test('[F087] what a fault leaves goes where all goes, of a split to its first part', () => {
  web.traffic.injectFault('chaos', Match.header('x-chaos', 'true'), { abort: { percent: Percent.of(10), status: 503 } });
  web.traffic.split({ stable: v2, canary: v1, weight: Weight.percent(10) });
  expect(rules()[0].route).toEqual([at('v2')]);
});

test('a split between a service and one of its versions, and copies to where requests go, are problems', () => {
  web.traffic.split({ stable: web, canary: v2, weight: Weight.percent(10) });
  web.traffic.mirrorTo(web, Percent.of(5));
  expect(problems()).toEqual([expect.stringContaining('sends one part to all versions of'), expect.stringContaining('where all of them go anyway')]);
});

test('beside a timeout, the tries of the mesh can be switched off', () => {
  web.traffic.timeout(Duration.seconds(3));
  web.traffic.retry({ attempts: 0 });
  expect(rules()).toEqual([{ name: 'default', route: [at('v1')], timeout: '3s', retries: { attempts: 0 } }]);
  expect([problems(), valid()]).toEqual([[], []]);
});

test('[F087] a fault that names a target takes its requests there, whichever route would take them', () => {
  web.traffic.route('testers', Match.all(Match.header('x-canary', 'true'), Match.header('x-user', 'jane')), v2);

  web.traffic.injectFault('chaos', Match.header('x-canary', 'true'), { ...ABORT, target: v1, priority: 1 });

  expect(valid()).toEqual([]);
  expect(rules()[0]).toMatchObject({ name: 'chaos', match: [{ headers: { 'x-canary': { exact: 'true' } } }], route: [at('v1')] });
});

test('[F087] a fault fails on what is no target', () => {
  expect(() => web.traffic.injectFault('chaos', Match.header('x-canary', 'true'), { ...ABORT, target: {} as unknown as ServiceVersion })).toThrow(
    'shop/web, route "chaos": an object of Object is not a target.',
  );
});
