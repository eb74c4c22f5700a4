import { Chart, Duration } from 'cdk8s';
import {
  AppProtocol, Caller, ClientTls, Cors, DefaultAccess, GatewayApi, IstioRelease, LoadBalancing, Locality, Match, MeshNamespace, MeshService,
  MeshServiceProps, PathMatch, Percent, RetryOn, RouteDelegate, Split, Stickiness, TextMatch, Waypoint, Weight,
} from '../../../lib';
import { ambientShop, specsOf } from '../../support/ambient-shop';
import { edgeChart, edgeIn, objectsIn } from '../../support/edge-chart';
import { objectsOf, WEB, webIn } from '../../support/shop-chart';

const SIDECARS = 'run sidecars: leave out DataPlaneMode.AMBIENT.';

/** `web` behind a waypoint. */
function servedWeb(props: Partial<MeshServiceProps> = {}): { chart: Chart; web: MeshService; waypoint: Waypoint } {
  const chart = ambientShop();
  const web = webIn(chart, props);
  return { chart, web, waypoint: new Waypoint(chart, 'waypoint', { services: [web] }) };
}

function ordersIn(chart: Chart): MeshService {
  return new MeshService(chart, 'orders', { image: 'registry.example.com/orders:2.0.1', port: 80, targetPort: 8080 });
}

function routeOf(chart: Chart): any {
  return specsOf(chart, 'HTTPRoute').web;
}

function problemsOf(chart: Chart): string[] {
  return [...new Set(chart.node.findAll().flatMap(({ node }) => node.validate()))];
}

function refused(place: string, feature: string, nearest: string): string {
  return `${place}: ${feature} cannot be rendered for Istio 1.30 in ambient mode. ${nearest}`;
}

describe('what is said of requests for a service that a waypoint serves', () => {
  test('[F144] routes and splits among versions become an HTTPRoute of the Service', () => {
    const { chart, web } = servedWeb();
    const v2 = web.addVersion('v2', WEB);
    web.traffic.split({ stable: web.version('v1'), canary: v2, weight: Weight.percent(10) });
    web.traffic.route('testers', Match.header('x-canary', 'true'), v2, { timeout: Duration.seconds(5) });
    const every = { path: { type: 'PathPrefix', value: '/' } };
    expect(objectsOf(chart, 'HTTPRoute').map(({ metadata, spec }) => ({ metadata, spec }))).toEqual([{
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        parentRefs: [{ group: '', kind: 'Service', name: 'web' }],
        rules: [
          { name: 'testers', matches: [{ ...every, headers: [{ name: 'x-canary', type: 'Exact', value: 'true' }] }], backendRefs: [{ name: 'web-v2', port: 8080 }], timeouts: { request: '5s' } },
          { name: 'default', matches: [every], backendRefs: [{ name: 'web-v1', port: 8080, weight: 90 }, { name: 'web-v2', port: 8080, weight: 10 }] },
        ],
      },
    }]);
    expect(objectsIn(chart).filter(({ kind }) => kind === 'VirtualService' || kind === 'DestinationRule')).toEqual([]);
  });

  test('[F144] redirects, rewrites, headers and copies do, too', () => {
    const { chart, web } = servedWeb();
    const trial = web.addVersion('v2', WEB);
    web.traffic.redirect('moved', Match.path(PathMatch.exact('/old')), { path: '/new' });
    web.traffic.route('api', Match.path(PathMatch.below('/api')), web.version('v1'), { rewrite: { path: '/v1' }, requestHeaders: { set: { 'x-api': '1' } } });
    web.traffic.mirrorTo(trial, Percent.of(5));
    expect(routeOf(chart).rules.map(({ name, filters }: any) => [name, filters.map(({ type }: any) => type)])).toEqual([
      ['moved', ['RequestRedirect']],
      ['api', ['RequestHeaderModifier', 'URLRewrite']],
      ['default', ['RequestMirror']],
    ]);
  });

  test('[F144] is the same when a waypoint serves the whole namespace, and whatever is said first', () => {
    const chart = ambientShop();
    const orders = MeshService.adopt(chart, 'web', { port: 8080, podLabels: { app: 'web' } });
    orders.addVersion('v1');
    orders.traffic.sendTo(Split.between(orders.version('v1').weighted(Weight.percent(50)), orders.addVersion('v2').weighted(Weight.percent(50))));
    new Waypoint(chart, 'waypoint', { meshNamespace: new MeshNamespace(chart, 'shop') });
    expect(routeOf(chart).rules[0].backendRefs.map(({ name, weight }: any) => [name, weight])).toEqual([['web-v1', 50], ['web-v2', 50]]);
    expect(specsOf(chart, 'AuthorizationPolicy')['web-v1']).toEqual({ targetRefs: [{ group: '', kind: 'Service', name: 'web-v1' }] });
  });

  test('[F144] clients stick to a part of a split by a cookie', () => {
    const { chart, web } = servedWeb();
    web.traffic.split({ stable: web.version('v1'), canary: web.addVersion('v2', WEB), weight: Weight.percent(10), sticky: Stickiness.cookie('version') });
    expect(routeOf(chart).rules.map(({ backendRefs }: any) => backendRefs.map(({ name, filters }: any) => [name, filters?.[0].type]))).toEqual([
      [['web-v1', undefined]],
      [['web-v2', undefined]],
      [['web-v1', 'ResponseHeaderModifier'], ['web-v2', 'ResponseHeaderModifier']],
    ]);
  });

  test('[F144] how connections are made is said of the service and of the host of each version, to the waypoint alone', () => {
    const { chart, web } = servedWeb();
    const v2 = web.addVersion('v2', WEB);
    web.traffic.limitConnections({ maxConnections: 10 });
    v2.policy.loadBalance(LoadBalancing.random());
    const connectionPool = { tcp: { maxConnections: 10 } };
    expect(specsOf(chart, 'DestinationRule')).toEqual({
      'web': { host: web.host, exportTo: ['.'], trafficPolicy: { connectionPool } },
      'web-v1': { host: 'web-v1.shop.svc.cluster.local', exportTo: ['.'], trafficPolicy: { connectionPool } },
      'web-v2': { host: 'web-v2.shop.svc.cluster.local', exportTo: ['.'], trafficPolicy: { connectionPool, loadBalancer: { simple: 'RANDOM' } } },
    });
  });

  test('rules for one of several ports name it', () => {
    const { chart, web } = servedWeb({ morePorts: [{ port: 9090, protocol: AppProtocol.HTTP2 }, { port: 5432, protocol: AppProtocol.TCP }] });
    web.traffic.onPort(9090).timeout(Duration.seconds(3));
    const { parentRefs, rules } = routeOf(chart);
    expect(parentRefs).toEqual([{ group: '', kind: 'Service', name: 'web', port: 9090 }]);
    expect(rules).toEqual([{ name: 'default-9090', matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: 'web', port: 9090 }], timeouts: { request: '3s' } }]);
  });

  test.each([GatewayApi.ISTIO, GatewayApi.KUBERNETES])('[F144] is left to the waypoint by a gateway in words of %s, which sends all to the Service', api => {
    const { chart, web } = servedWeb();
    const edge = edgeChart(chart.node.root as never);
    web.traffic.split({ stable: web.version('v1'), canary: web.addVersion('v2', WEB), weight: Weight.percent(10) });
    web.traffic.timeout(Duration.seconds(3));
    web.exposeVia(edgeIn(edge, { api }), { hostname: 'shop.example.com', path: PathMatch.below('/shop') });
    const [{ spec }] = objectsIn(edge).filter(({ metadata: { name } }) => name === 'edge.shop.example.com');
    const rendered = ({ name, timeouts, timeout = timeouts, backendRefs, route = backendRefs }: any): unknown => [name, timeout, route];
    expect((spec.rules ?? spec.http).map(rendered)).toEqual([
      ['web', undefined, api === GatewayApi.ISTIO
        ? [{ destination: { host: web.host, port: { number: 8080 } } }]
        : [{ name: 'web', namespace: 'shop', port: 8080 }]],
    ]);
  });

  test('[F144] can send on to another service behind the same waypoint, which lets in who may call the first', () => {
    const { chart, web, waypoint } = servedWeb();
    const orders = ordersIn(chart);
    waypoint.serve(orders);
    web.access.allowFrom(Caller.namespaces('batch'));
    web.traffic.route('orders', Match.path(PathMatch.below('/orders')), orders);
    expect(routeOf(chart).rules[0].backendRefs).toEqual([{ name: 'orders', port: 80 }]);
    expect(specsOf(chart, 'AuthorizationPolicy').orders).toEqual({
      targetRefs: [{ group: '', kind: 'Service', name: 'orders' }], rules: [{ from: [{ source: { namespaces: ['batch'] } }] }],
    });
  });
});

const CORS: Cors = { ignoreForeignPreflights: false, allowOrigins: [TextMatch.exact('https://app.example.com')] };
const ADMINS = Match.path(PathMatch.below('/admin'));

describe('[F144] the table of the page', () => {
  type Say = (web: MeshService) => unknown;

  const works: Array<[string, Say]> = [
    ['versions', web => web.addVersion('v2', WEB)],
    ['timeouts', web => web.traffic.timeout(Duration.seconds(3))],
    ['headers', web => web.traffic.route('a', ADMINS, web.version('v1'), { responseHeaders: { remove: ['server'] } })],
    ['CORS', web => web.traffic.cors(CORS)],
    ['limitConnections', web => web.traffic.limitConnections()],
    ['ejectOutliers', web => web.traffic.ejectOutliers()],
    ['locality', web => [web.traffic.locality(Locality.failover()), web.traffic.ejectOutliers()]],
    ['loadBalance', web => web.traffic.loadBalance(LoadBalancing.roundRobin())],
  ];

  const never: Array<[string, Say]> = [
    ['leaveTo', web => web.traffic.leaveTo('a', ADMINS, RouteDelegate.fromName('team/routes'))],
    ['answers of the mesh itself', web => web.traffic.respond('a', ADMINS, { status: 404 })],
    ['headers that are absent', web => web.traffic.route('a', Match.withoutHeader('x-user', TextMatch.present()), web.version('v1'))],
    ['callers', web => web.traffic.route('a', Match.sourceNamespace('batch'), web.version('v1'))],
    ['passed through', web => web.traffic.loadBalance(LoadBalancing.passthrough())],
  ];

  test.each(works)('%s: an error without a waypoint, and no error with one', (_, say) => {
    const chart = ambientShop();
    say(webIn(chart));
    expect(problemsOf(chart)).not.toEqual([]);
    const { chart: behind, web } = servedWeb();
    say(web);
    expect(problemsOf(behind)).toEqual([]);
  });

  test.each(never)('%s: an error in both cases', (_, say) => {
    const chart = ambientShop();
    say(webIn(chart));
    expect(problemsOf(chart)).not.toEqual([]);
    const { chart: behind, web } = servedWeb();
    say(web);
    expect(problemsOf(behind)).not.toEqual([]);
  });

  test('CORS: an error before Istio 1.30', () => {
    const chart = ambientShop({ release: IstioRelease.V1_29 });
    const web = webIn(chart);
    new Waypoint(chart, 'waypoint', { services: [web] });
    web.traffic.cors(CORS);
    expect(problemsOf(chart)).toEqual([
      `shop/web/rules, rule "default": has a CORS policy, which an HTTPRoute supports only from Istio 1.30 on, but the mesh is Istio 1.29. Use Istio.mesh({ release: IstioRelease.V1_30 }), or ${SIDECARS}`,
    ]);
  });
});

describe('fails on', () => {
  const HTTP_ROUTE = 'which an HTTPRoute of the Kubernetes Gateway API cannot express. Leave it out, or';

  test.each<[string, (web: MeshService) => void, string]>([
    ['faults', web => web.traffic.injectFault('f', Match.header('x-fault', 'true'), { abort: { percent: Percent.of(10), status: 503 } }), `shop/web/rules, rule "f": injects faults, ${HTTP_ROUTE} ${SIDECARS}`],
    ['retries', web => web.traffic.retry({ attempts: 3, on: [RetryOn.CONNECT_FAILURE] }), `shop/web/rules, rule "default": sets conditions for retries, ${HTTP_ROUTE} ${SIDECARS}`],
    ['labels of callers', web => web.traffic.route('a', Match.sourceLabels({ app: 'a' }), web.version('v1')), `shop/web/rules, rule "a": matches labels or the namespace of the caller, ${HTTP_ROUTE} ${SIDECARS}`],
    ['a hash', web => web.traffic.loadBalance(LoadBalancing.hashHeader('x-user')), refused('shop/web/policy', 'load balancing by a hash of what requests have in common', `Leave it out, or ${SIDECARS}`)],
    ['TLS', web => web.traffic.clientTls(ClientTls.disabled()), refused('shop/web/policy', 'TLS to pods other than that of the mesh', `Leave it out, or ${SIDECARS}`)],
  ])('[F144] %s, by name and with a repair', (_, say, problem) => {
    const { chart, web } = servedWeb();
    say(web);
    expect(problemsOf(chart)).toContain(problem);
  });

  test('rules for more than one port, of which the waypoint would heed one', () => {
    const { chart, web } = servedWeb({ morePorts: [{ port: 9090, protocol: AppProtocol.HTTP2 }] });
    web.traffic.timeout(Duration.seconds(3));
    expect(problemsOf(chart)).toContain(refused(
      'shop/web/rules', 'a rule for each of the ports 8080, 9090',
      `A waypoint applies the rules of only one port of a Service. Make a separate service for the other port, or ${SIDECARS}`,
    ));
  });

  test('connections whose requests nobody sees, which go to a version', () => {
    const { chart, web } = servedWeb({ protocol: AppProtocol.TCP });
    web.addVersion('v2', WEB);
    expect(problemsOf(chart)).toContain(refused(
      'shop/web/rules', 'what happens to connections whose requests nobody sees',
      'A waypoint passes them on to the Service. Leave out their rules, or make each version a separate service.',
    ));
  });

  test.each<[string, (chart: Chart) => void]>([
    ['none', () => undefined],
    ['another waypoint', chart => new Waypoint(chart, 'second', { services: [chart.node.findChild('orders') as MeshService] })],
  ])('a target that is served by %s, which would see the waypoint call', (_, serve) => {
    const { chart, web } = servedWeb();
    web.traffic.route('orders', Match.path(PathMatch.below('/orders')), ordersIn(chart));
    serve(chart);
    expect(problemsOf(chart)).toContain(refused(
      'shop/web/rules', 'to send on to orders.shop.svc.cluster.local',
      `The waypoint "shop/waypoint" does not serve it, so it would see the waypoint as the caller. Serve both by one waypoint, or ${SIDECARS}`,
    ));
  });

  test('a host outside as a target', () => {
    const { chart, web } = servedWeb();
    web.traffic.route('api', Match.path(PathMatch.below('/api')), MeshService.fromHost('api.example.com', 443));
    expect(problemsOf(chart)).toContainEqual(expect.stringContaining('shop/web/rules: to send on to api.example.com cannot be rendered'));
  });

  test('a target that denies, which the waypoint would not do for what is sent on', () => {
    const { chart, web, waypoint } = servedWeb();
    const orders = ordersIn(chart);
    waypoint.serve(orders);
    orders.access.denyFrom(Caller.namespaces('legacy'));
    web.traffic.mirrorTo(orders);
    expect(problemsOf(chart)).toContain(refused(
      'shop/web/rules', 'to send on to orders.shop.svc.cluster.local, which denies, notes or asks for tokens,',
      `A waypoint does that for direct calls to that service, not for requests that rules of another service send to it. Let callers call it directly, or ${SIDECARS}`,
    ));
  });

  test('a target that not everybody may call, from a service that everybody may call', () => {
    const chart = ambientShop({ defaultAccess: DefaultAccess.OPEN });
    const [web, orders] = [webIn(chart), ordersIn(chart)];
    new Waypoint(chart, 'waypoint', { services: [web, orders] });
    web.traffic.mirrorTo(orders);
    expect(problemsOf(chart)).toEqual([]);
    orders.access.allowFrom(Caller.namespaces('batch'));
    expect(problemsOf(chart)).toEqual([expect.stringMatching(/^shop\/orders: gets requests that "shop\/web" forwards, where everyone may call, /)]);
    web.access.allowFrom(Caller.namespaces('batch'));
    expect(problemsOf(chart)).toEqual([]);
  });
});
