import { App, Chart, Duration, Testing, Yaml } from 'cdk8s';
import fc from 'fast-check';
import {
  AppProtocol, ClientTls, GatewayTls, IngressGateway, Istio, LoadBalancing, Match, MeshService, PathMatch, Percent, ProxyResources, Stickiness,
  TextMatch, Weight,
} from '../../lib';
import { WEB } from '../support/shop-chart';
import { refusals } from '../support/valid';

interface Shop {
  readonly edge: IngressGateway;
  readonly orders: MeshService;
  readonly web: MeshService;
}

/** All that can be said in any order; `new` and `addVersion` keep theirs. */
const CALLS: ReadonlyArray<(shop: Shop) => void> = [
  ({ web }) => web.traffic.split({ stable: web.version('v1'), canary: web.version('v2'), weight: Weight.percent(10), sticky: Stickiness.cookie('at') }),
  ({ web }) => web.traffic.route('testers', Match.header('x-canary', 'true'), web.version('v2')),
  ({ web, orders }) => web.traffic.route('orders', Match.path(PathMatch.below('/orders')), orders, { rewrite: { path: '/' } }),
  ({ web }) => web.traffic.injectFault('chaos', Match.header('x-chaos-test', 'true'), { abort: { percent: Percent.of(10), status: 503 } }),
  ({ web }) => web.traffic.mirrorTo(web.version('v2')),
  ({ web, orders }) => web.traffic.mirrorTo(orders, Percent.of(5)),
  ({ web }) => web.traffic.respond('gone', Match.path(PathMatch.exact('/gone')), { status: 410 }),
  ({ web }) => web.traffic.redirect('moved', Match.path(PathMatch.below('/old')), { path: '/new' }),
  ({ web }) => web.traffic.cors({ allowOrigins: [TextMatch.exact('*')] }),
  ({ web }) => web.traffic.timeout(Duration.seconds(10)),
  ({ web }) => web.traffic.retry({ attempts: 3, perTryTimeout: Duration.seconds(2) }),
  ({ web }) => web.traffic.onPort(9090).timeout(Duration.seconds(9)),
  ({ web }) => web.traffic.onPort(9090).route('reads', Match.grpc('shop.Web', 'Get'), web.version('v1')),
  ({ web }) => web.traffic.onPort(9090).limitConnections(),
  ({ web }) => web.traffic.onPort(3306).sendTo(web.version('v1')),
  ({ web }) => web.traffic.loadBalance(LoadBalancing.leastRequest()),
  ({ web }) => web.version('v2').policy.ejectOutliers(),
  ({ web }) => web.proxy.resources(ProxyResources.STANDARD),
  ({ web, edge }) => web.exposeVia(edge, { hostname: 'shop.example.com' }),
  ({ orders, edge }) => orders.exposeVia(edge, { hostname: 'shop.example.com', path: PathMatch.below('/bills') }),
  ({ orders, edge }) => orders.exposeVia(edge, { hostname: 'orders.example.com' }),
  ({ orders }) => orders.traffic.clientTls(ClientTls.mutualByMesh()),
  ({ orders }) => orders.traffic.ejectOutliers(),
];

/** The shop in a stock app. */
function rendered(calls: typeof CALLS): string {
  const app: App = Testing.app();
  Istio.mesh().applyTo(app);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const edge = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com', 'orders.example.com'], tls: GatewayTls.secret('shop-tls') });
  const web = new MeshService(chart, 'web', {
    ...WEB, port: 8080, morePorts: [{ port: 9090, protocol: AppProtocol.GRPC }, { port: 3306, protocol: AppProtocol.MYSQL }],
  });
  web.addVersion('v2', WEB);
  const orders = new MeshService(chart, 'orders', { ...WEB, port: 80, targetPort: 8080 });
  calls.forEach(call => call({ edge, orders, web }));
  expect(app.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
  return Yaml.stringify(...Testing.synth(chart));
}

test('the order of calls changes no byte of what is rendered, which an API server would take', () => {
  const expected = rendered(CALLS);
  expect(refusals({ 'shop.yaml': expected })).toEqual([]);
  fc.assert(fc.property(fc.shuffledSubarray([...CALLS], { minLength: CALLS.length }), calls => {
    expect(rendered(calls)).toBe(expected);
  }), { numRuns: 40 });
});
