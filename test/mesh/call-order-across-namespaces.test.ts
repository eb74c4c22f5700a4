import { App, Chart, Duration, Testing } from 'cdk8s';
import fc from 'fast-check';
import {
  AdoptedService, ClientTls, DelegatedRoutes, ExternalService, GatewayApi, GatewayTls, HttpMethod, IngressGateway, Istio, Match, MeshService,
  PathMatch, Percent, Split, Stickiness, Weight,
} from '../../lib';
import { WEB } from '../support/shop-chart';
import { refusals } from '../support/valid';

/** A service of two versions in one namespace; in another the gateways, and a service that somebody else deploys. */
interface World {
  readonly app: App;
  readonly attachable: IngressGateway;
  readonly edge: IngressGateway;
  readonly orders: AdoptedService;
  readonly outside: ExternalService;
  /** of one version, so that routes of any gateway can send to it */
  readonly plain: AdoptedService;
  readonly team: DelegatedRoutes;
  readonly web: MeshService;
}

type Call = (world: World) => void;

function world(): World {
  const app: App = Testing.app();
  Istio.mesh().applyTo(app);
  const [shop, ingress] = ['shop', 'ingress'].map(namespace => new Chart(app, namespace, { namespace }));
  const gateway = { tls: GatewayTls.none() };
  const web = new MeshService(shop, 'web', { ...WEB, port: 8080, morePorts: [{ port: 9090 }] });
  web.addVersion('v2', WEB);
  const orders = MeshService.adopt(shop, 'orders', { port: 80, podLabels: { app: 'orders' } });
  ['v1', 'v2'].forEach(version => orders.addVersion(version));
  const edge = new IngressGateway(ingress, 'edge', { ...gateway, hostnames: ['*.example.org', '*.example.net'] });
  return {
    app,
    attachable: new IngressGateway(ingress, 'attachable', { ...gateway, hostnames: ['*.example.com'], api: GatewayApi.KUBERNETES }),
    edge,
    orders,
    outside: new ExternalService(shop, 'outside', { host: 'api.example.com', port: 80, originateTls: ClientTls.simple() }),
    plain: MeshService.adopt(shop, 'plain', { port: 80 }),
    team: new DelegatedRoutes(shop, 'team', { hostname: 'a.example.net', path: PathMatch.below('/a'), callers: [edge] }),
    web,
  };
}

const half = Weight.percent(50);
const STICKY = Stickiness.cookie('at');

/** What can be said, not all of it together: two of them may contradict each other, then in any order. */
const CALLS: readonly Call[] = [
  ({ web }) => web.traffic.split({ stable: web.version('v1'), canary: web.version('v2'), weight: Weight.percent(10), sticky: STICKY }),
  ({ web, orders }) => web.traffic.sendTo(orders),
  ({ web, plain }) => web.traffic.sendTo(plain),
  ({ web, outside }) => web.traffic.sendTo(outside),
  ({ web, orders }) => web.traffic.onPort(8080).sendTo(Split.between(web.version('v1').weighted(half), orders.version('v2').weighted(half)).remembered(STICKY)),
  ({ orders }) => orders.traffic.sendTo(Split.between(orders.version('v1').weighted(half), orders.version('v2').weighted(half))),
  ({ web, orders }) => orders.traffic.sendTo(web),
  ({ web, orders }) => web.traffic.route('orders', Match.path(PathMatch.below('/a/b')), orders),
  ({ web }) => web.traffic.route('trial', Match.header('x-a', '1'), web.version('v2')),
  ({ web, orders }) => orders.traffic.route('reads', Match.method(HttpMethod.GET), web, { timeout: Duration.seconds(1) }),
  ({ orders, outside }) => orders.traffic.route('jobs', Match.sourceNamespace('jobs'), outside),
  ({ web, team }) => web.traffic.leaveTo('team', Match.path(PathMatch.exact('/a')), team.asDelegate),
  ({ web }) => web.traffic.injectFault('slow', Match.header('x-slow', '1'), { delay: { percent: Percent.of(5), duration: Duration.seconds(1) } }),
  ({ web }) => web.traffic.mirrorTo(web.version('v2'), Percent.of(5)),
  ({ web, orders }) => web.traffic.mirrorTo(orders, Percent.of(5)),
  ({ web }) => web.traffic.timeout(Duration.seconds(3)),
  ({ web }) => web.traffic.ejectOutliers(),
  ({ web }) => web.version('v1').policy.limitConnections(),
  ({ orders }) => orders.version('v2').policy.ejectOutliers(),
  ({ outside }) => outside.traffic.limitConnections(),
  ({ orders }) => void orders.objects.rules,
];

const EXPOSURES: readonly Call[] = [
  ({ web, attachable }) => web.exposeVia(attachable, { hostname: 'a.example.com' }),
  ({ web, attachable }) => web.exposeVia(attachable, { hostname: 'b.example.com', path: PathMatch.below('/a') }),
  ({ orders, attachable }) => orders.exposeVia(attachable, { hostname: 'a.example.com', path: PathMatch.below('/orders') }),
  ({ outside, edge }) => outside.exposeVia(edge, { hostname: 'b.example.org' }),
  ({ web, edge }) => web.exposeVia(edge, { hostname: 'a.example.org', faults: true }),
  ({ orders, edge }) => orders.exposeVia(edge, { hostname: 'a.example.org', path: PathMatch.below('/orders') }),
  ({ web, team }) => web.exposeVia(team, { hostname: 'a.example.net' }),
  ({ edge, team }) => team.asDelegate.exposeVia(edge, { hostname: 'a.example.net', path: PathMatch.below('/a') }),
];

const ALL = [...CALLS, ...EXPOSURES];

/** What is rendered; undefined when something said is an error, wherever it shows. */
function outcome(calls: readonly Call[]): string | undefined {
  const made = world();
  try {
    calls.forEach(call => call(made));
    return made.app.synthYaml();
  } catch {
    return undefined;
  }
}

const inTwoOrders = fc.subarray(ALL, { minLength: 2, maxLength: 7 })
  .chain(calls => fc.tuple(fc.constant(calls), fc.shuffledSubarray(calls, { minLength: calls.length })));

test('no order of calls decides whether something can be said, and none changes a byte', () => {
  fc.assert(fc.property(inTwoOrders, ([calls, others]) => {
    expect(outcome(others)).toBe(outcome(calls));
  }), { numRuns: 30 });
});

test('[F039] a service may be exposed before or after anything else is said', () => {
  const pairs = EXPOSURES.slice(0, 2).flatMap(exposure => CALLS.map(call => [exposure, call]));
  expect(pairs.map(([exposure, call]) => outcome([call, exposure]))).toEqual(pairs.map(pair => outcome(pair)));
});

test('each of it can be said alone, and an API server would take it', () => {
  const each = ALL.map(call => outcome([call]));
  expect(each).not.toContain(undefined);
  expect(refusals(Object.fromEntries(each.map((yaml, index) => [`${index}.yaml`, yaml!])))).toEqual([]);
});
