import { Chart, Duration, Yaml } from 'cdk8s';
import { AppProtocol, Match, MeshService, MeshServiceProps, Percent, ServicePort, Split, TextMatch, Weight } from '../../../../lib';
import { shopChart, specOf, WEB, webIn } from '../../../support/shop-chart';
import { refusals } from '../../../support/valid';

const HOST = 'web.shop.svc.cluster.local';
const at = (port: number, subset: string, weight?: number): object => ({
  destination: { host: HOST, port: { number: port }, subset }, ...(weight === undefined ? {} : { weight }),
});

const GRPC: ServicePort = { port: 9090, protocol: AppProtocol.GRPC };
const MYSQL: ServicePort = { port: 3306, protocol: AppProtocol.MYSQL };
const HTTPS: ServicePort = { port: 8443, protocol: AppProtocol.HTTPS };

/** A service of two versions, and the spec of its rules. */
function twoVersions(props: Partial<MeshServiceProps>): { chart: Chart; web: MeshService; rules: () => any } {
  const chart = shopChart();
  const web = webIn(chart, props);
  web.addVersion('v2', WEB);
  return {
    chart,
    web,
    rules: () => {
      expect(refusals({ 'shop.yaml': Yaml.stringify(...chart.toJson()) })).toEqual([]);
      return specOf(chart, 'VirtualService');
    },
  };
}

test('[F013] what is said of a service holds at each of its ports, and what came to a port is sent to a port of the same number', () => {
  const { web, rules } = twoVersions({ morePorts: [GRPC] });
  web.traffic.split({ stable: web.version('v1'), canary: web.version('v2'), weight: Weight.percent(10) });
  web.traffic.route('testers', Match.header('x-canary', 'true'), web.version('v2'));
  web.traffic.timeout(Duration.seconds(10));
  const rulesAt = (port: number, end: string, more: object = {}): object[] => [
    { name: `testers${end}`, match: [{ headers: { 'x-canary': { exact: 'true' } }, port }], route: [at(port, 'v2')], timeout: '10s', ...more },
    { name: `default${end}`, match: [{ port }], route: [at(port, 'v1', 90), at(port, 'v2', 10)], timeout: '10s', ...more },
  ];
  // Of gRPC, the mesh repeats by itself what somebody may have processed.
  const retries = { attempts: 2, retryOn: 'connect-failure,refused-stream,reset-before-request' };
  expect(rules().http).toEqual([...rulesAt(8080, ''), ...rulesAt(9090, '-9090', { retries })]);
});

test('what is said of a port replaces what is said of all, and its routes count one condition more', () => {
  const { web, rules } = twoVersions({ morePorts: [GRPC] });
  const [v1, v2] = web.versions;
  web.traffic.timeout(Duration.seconds(10));
  web.traffic.route('testers', Match.header('x-canary', 'true'), v2);
  const grpc = web.traffic.onPort(9090);
  grpc.timeout(Duration.seconds(1));
  grpc.sendTo(v2);
  grpc.route('pinned', Match.header('x-pin', 'true'), v1);
  expect(rules().http.map(({ name, timeout, route }: any) => [name, timeout, route[0].destination.subset])).toEqual([
    ['testers', '10s', 'v2'], ['default', '10s', 'v1'], ['pinned-9090', '1s', 'v1'], ['testers-9090', '1s', 'v2'], ['default-9090', '1s', 'v2'],
  ]);
});

test('a port can be asked for in a match, too', () => {
  const { web, rules } = twoVersions({ morePorts: [GRPC] });
  web.traffic.route('testers', Match.all(Match.port(9090), Match.header('x-canary', 'true')), web.version('v2'));
  expect(rules().http.map(({ name }: any) => name)).toEqual(['default', 'testers-9090', 'default-9090']);
});

test('copies and faults of a port stay at the port', () => {
  const { web, rules } = twoVersions({ morePorts: [GRPC] });
  const v3 = web.addVersion('v3', WEB);
  web.traffic.onPort(9090).mirrorTo(Split.canary({ stable: web.version('v2'), canary: v3, weight: Weight.percent(25) }), Percent.of(50));
  web.traffic.onPort(9090).injectFault('chaos', Match.header('x-chaos', 'true'), { abort: { percent: Percent.of(10), status: 503 } });
  const [first, chaos, rest] = rules().http;
  expect([first.name, chaos.name, rest.name]).toEqual(['default', 'chaos-9090', 'default-9090']);
  expect([first.mirrors, rest.mirrors.map(({ destination, percentage }: any) => [destination.port.number, destination.subset, percentage.value])])
    .toEqual([undefined, [[9090, 'v2', 37.5], [9090, 'v3', 12.5]]]);
});

test('a port that speaks no HTTP has a rule of TCP, and none where it would change nothing', () => {
  const { web, rules } = twoVersions({ morePorts: [MYSQL] });
  expect(rules()).toEqual({
    hosts: [HOST], http: [{ name: 'default', route: [at(8080, 'v1')] }], tcp: [{ match: [{ port: 3306 }], route: [at(3306, 'v1')] }],
  });
  web.traffic.onPort(3306).sendTo(web);
  expect(rules().tcp).toBeUndefined();
});

test('connections are split as requests are, and their callers can be told apart', () => {
  const { web, rules } = twoVersions({ morePorts: [MYSQL] });
  web.traffic.split({ stable: web.version('v1'), canary: web.version('v2'), weight: Weight.percent(10) });
  web.traffic.onPort(3306).route('reports', Match.any(Match.sourceLabels({ app: 'reports' }), Match.sourceNamespace('audit')), web.version('v2'));
  expect(rules().tcp).toEqual([
    { match: [{ port: 3306, sourceLabels: { app: 'reports' } }, { port: 3306, sourceNamespace: 'audit' }], route: [at(3306, 'v2')] },
    { match: [{ port: 3306 }], route: [at(3306, 'v1', 90), at(3306, 'v2', 10)] },
  ]);
});

test('a service without HTTP says all of its connections', () => {
  const { web, rules } = twoVersions({ port: 3306, protocol: AppProtocol.MYSQL });
  web.traffic.route('reports', Match.sourceLabels({ app: 'reports' }), web.version('v2'));
  expect(rules()).toEqual({
    hosts: [HOST],
    tcp: [{ match: [{ port: 3306, sourceLabels: { app: 'reports' } }], route: [at(3306, 'v2')] }, { match: [{ port: 3306 }], route: [at(3306, 'v1')] }],
  });
});

test('connections of TLS are told apart by the name that clients ask for, once somebody says that they ask for the full one', () => {
  const { web, rules } = twoVersions({ morePorts: [HTTPS] });
  expect(web.node.validate()).toEqual([
    `shop/web: port 8443 speaks https, and connections to it can be sent to one version only if all clients call ${HOST} by this full name. Use traffic.onPort(8443).sendTo(...): with a version if they do, with the service itself for all versions.`,
  ]);
  web.traffic.onPort(8443).split({ stable: web.version('v1'), canary: web.version('v2'), weight: Weight.percent(10) });
  expect(web.node.validate()).toEqual([]);
  expect(rules().tls).toEqual([{ match: [{ port: 8443, sniHosts: [HOST] }], route: [at(8443, 'v1', 90), at(8443, 'v2', 10)] }]);
});

test('what is said of requests does not concern the names of TLS', () => {
  const { web, rules } = twoVersions({ morePorts: [HTTPS] });
  web.traffic.sendTo(web.version('v2'));
  web.traffic.onPort(8443).sendTo(web);
  expect(web.node.validate()).toEqual([]);
  expect(rules()).toEqual({ hosts: [HOST], http: [{ name: 'default', route: [at(8080, 'v2')] }] });
});

test('a service of TLS or TCP whose requests all go to it says so in an object that the mesh takes', () => {
  const { web, rules } = twoVersions({ port: 8443, protocol: AppProtocol.HTTPS });
  web.traffic.sendTo(web);
  expect(rules()).toEqual({ hosts: [HOST], tcp: [{ match: [{ port: 8443 }], route: [{ destination: { host: HOST, port: { number: 8443 } } }] }] });
});

test('of UDP nothing is rendered, and nothing can be said', () => {
  const chart = shopChart();
  const dns = webIn(chart, { port: 53, protocol: AppProtocol.UDP });
  const v2 = dns.addVersion('v2', WEB);
  expect((chart.toJson()).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'Service', 'Deployment', 'Deployment']);
  const problem = new Error('shop/web: speaks UDP, which bypasses the mesh. Traffic rules have no effect there.');
  expect(() => dns.traffic.sendTo(v2)).toThrow(problem);
  expect(() => dns.traffic.limitConnections()).toThrow(problem);
  expect(() => dns.traffic.route('a', Match.sourceNamespace('b'), v2)).toThrow();
});

test('[F013] a route can lead to another port than that to which the requests came', () => {
  const { web, rules } = twoVersions({ morePorts: [GRPC] });
  web.traffic.route('metrics', Match.header('x-metrics', 'true'), web.version('v2').atPort(9090));
  web.traffic.onPort(9090).sendTo(web.atPort(8080));
  expect(rules().http.map(({ name, route }: any) => [name, route[0].destination.port.number]))
    .toEqual([['metrics', 9090], ['default', 8080], ['metrics-9090', 9090], ['default-9090', 8080]]);
});

test('requests for another service go to its main port', () => {
  const { chart, web, rules } = twoVersions({ morePorts: [GRPC] });
  const orders = MeshService.adopt(chart, 'orders', { port: 80, morePorts: [{ port: 9090 }] });
  web.traffic.onPort(9090).sendTo(orders);
  expect(rules().http[1].route).toEqual([{ destination: { host: 'orders.shop.svc.cluster.local', port: { number: 80 } } }]);
});

test('fails to send requests to a port of another service that speaks no HTTP', () => {
  const { chart, web } = twoVersions({});
  const db = MeshService.adopt(chart, 'db', { port: 3306, protocol: AppProtocol.MYSQL });
  const problem = `shop/db: port 3306 speaks mysql, and requests for ${HOST} would arrive there in plain text. Send them to a service that speaks HTTP, or set protocol: AppProtocol.HTTP if the port speaks HTTP.`;
  expect(() => web.traffic.route('db', Match.header('a', 'b'), db)).toThrow(new Error(problem));
  const both = MeshService.adopt(chart, 'both', { port: 3306, protocol: AppProtocol.MYSQL, morePorts: [{ port: 8081 }] });
  expect(() => web.traffic.route('both', Match.header('a', 'b'), both)).toThrow('Send them to a port that speaks HTTP: atPort(8081), or set');
});

test('tries that do not fit are a problem of each port where they do not', () => {
  const { web } = twoVersions({ morePorts: [GRPC] });
  web.traffic.retry({ attempts: 1, perTryTimeout: Duration.seconds(2) });
  web.traffic.timeout(Duration.seconds(4));
  web.traffic.onPort(9090).timeout(Duration.seconds(3));
  expect(web.node.validate()).toEqual([
    'shop/web, route "default-9090": 2 tries of 2 seconds do not fit into a timeout of 3 seconds. Allow 4 seconds, or fewer or shorter tries.',
  ]);
});

test.each<[string, (web: MeshService) => void]>([
  ['shop/web: has no port 80. Known ports: 8080, 9090, 3306, 53. Use the port of the Service, not of its pods.', web => web.traffic.onPort(80)],
  ['shop/web: has no port 80. Known ports: 8080, 9090, 3306, 53. Use the port of the Service, not of its pods.', web => web.atPort(80)],
  ['shop/web: has no port 80. Known ports: 8080, 9090, 3306, 53. Use the port of the Service, not of its pods.', web => web.version('v1').atPort(80)],
  ['shop/web, route "a": has no port 80. Known ports: 8080, 9090, 3306, 53. Use the port of the Service, not of its pods.', web => (
    web.traffic.route('a', Match.all(Match.port(80), Match.header('a', 'b')), web)
  )],
  ['shop/web, port 53: speaks UDP, which bypasses the mesh. Traffic rules have no effect there.', web => web.traffic.onPort(53)],
  ['shop/web, route "a": matches every request at port 9090, so nothing is left for the other routes there. Narrow the match, or use traffic.onPort(9090).sendTo(...).', web => (
    web.traffic.route('a', Match.port(9090), web)
  )],
  ['shop/web, route "a": is a route of port 9090, but matches another port. Leave the port out of the match.', web => (
    web.traffic.onPort(9090).route('a', Match.all(Match.port(8080), Match.header('a', 'b')), web)
  )],
  ['shop/web, route "a": matches requests at one port and connections at another. Create a route for each.', web => (
    web.traffic.route('a', Match.all(Match.any(Match.port(8080), Match.port(3306)), Match.sourceNamespace('b')), web)
  )],
  [
    'shop/web, route "a": the mesh does not see requests here, so a match can only be on the caller. Use Match.sourceLabels, Match.sourceNamespace, or set protocol: AppProtocol.HTTP if the port speaks HTTP.',
    web => web.traffic.onPort(3306).route('a', Match.header('a', 'b'), web),
  ],
  ['shop/web, route "a": matches connections, whose requests the mesh does not see, so timeout is not possible. Leave the options out.', web => (
    web.traffic.onPort(3306).route('a', Match.sourceNamespace('b'), web, { timeout: Duration.seconds(1) })
  )],
  ['shop/web: mirrorTo is already set for this target. Call it once, with the share of all copies: Percent.of(...).', web => {
    web.traffic.mirrorTo(web.version('v1'));
    web.traffic.mirrorTo(web.version('v1'));
  }],
  ['shop/web, port 3306: sendTo is already set. Set it once; a route or a port may have its own.', web => {
    web.traffic.onPort(3306).sendTo(web);
    web.traffic.onPort(3306).sendTo(web);
  }],
  ...['cors', 'injectFault', 'mirrorTo', 'redirect', 'respond', 'retry', 'timeout'].map((verb): [string, (web: MeshService) => void] => [
    `shop/web, port 3306: ${verb} applies to requests, but the mesh sees none here. Set protocol: AppProtocol.HTTP if the port speaks HTTP; connections can be routed, split and limited.`,
    web => sayOfRequests(web, verb),
  ]),
])('fails: %s', (problem, say) => {
  const web = webIn(shopChart(), { morePorts: [GRPC, MYSQL, { port: 53, protocol: AppProtocol.UDP }] });
  expect(() => say(web)).toThrow(new Error(problem));
});

function sayOfRequests(web: MeshService, verb: string): void {
  const traffic = web.traffic.onPort(3306);
  const match = Match.sourceNamespace('b');
  const verbs: Readonly<Record<string, () => void>> = {
    cors: () => traffic.cors({ allowOrigins: [TextMatch.exact('https://shop.example.com')] }),
    injectFault: () => traffic.injectFault('a', match, { abort: { percent: Percent.of(1), status: 500 } }),
    mirrorTo: () => traffic.mirrorTo(web),
    redirect: () => traffic.redirect('a', match, { host: 'shop.example.com' }),
    respond: () => traffic.respond('a', match, { status: 410 }),
    retry: () => traffic.retry({ attempts: 1 }),
    timeout: () => traffic.timeout(Duration.seconds(1)),
  };
  verbs[verb]();
}
