import { ApiObject, Chart } from 'cdk8s';
import {
  Caller, DelegatedRoutes, EgressGateway, ExternalAuthorizer, ExternalService, GatewayTls, IngressGateway, Match, MeshPlatform, MeshService,
  PathMatch, RouteDelegate,
} from '../../../lib';
import { CALLEE, CALLER, requireGiven } from '../../../lib/mesh/private/require-given';
import { guardedChart, serviceIn } from '../../support/guarded-chart';

interface World {
  readonly chart: Chart;
  readonly web: MeshService;
  readonly pay: ExternalService;
  readonly platform: MeshPlatform;
}

function world(): World {
  const chart = guardedChart();
  const pay = new ExternalService(chart, 'pay', { host: 'pay.example.com', port: 80, namespaceOnly: true });
  return { chart, web: serviceIn(chart, 'web'), pay, platform: new MeshPlatform(chart.node.root, 'platform') };
}

const MISSING = undefined as never;
const HOST = { hostname: 'shop.example.com' };
const ISSUER = 'issuer';

/** What each verb says when nothing came in. */
const VERBS: ReadonlyArray<readonly [place: string, what: string, say: (world: World, thing: never) => unknown]> = [
  ['shop/web, calls', 'service', ({ web }, thing) => web.calls(thing)],
  ['shop/web, keepTo', 'contract', ({ web }, thing) => web.keepTo(thing)],
  ['shop/web, allowFrom', 'caller', ({ web }, thing) => web.access.allowFrom(thing)],
  ['shop/web, denyFrom', 'caller', ({ web }, thing) => web.access.denyFrom(thing)],
  ['shop/web, auditFrom', 'caller', ({ web }, thing) => web.access.auditFrom(thing)],
  ['platform, allowFrom', 'caller', ({ platform }, thing) => platform.access.allowFrom(thing)],
  ['shop/web, acceptJwt', ISSUER, ({ web }, thing) => web.access.acceptJwt(thing)],
  ['shop/web, requireJwt', ISSUER, ({ web }, thing) => web.access.requireJwt(thing)],
  ['shop/web, askAuthorizer', 'authorizer', ({ web }, thing) => web.access.askAuthorizer(thing)],
  ['platform, addAuthorizer', 'authorizer', ({ platform }, thing) => platform.addAuthorizer(thing)],
  ['platform, addLogSink', 'sink for logs', ({ platform }, thing) => platform.addLogSink(thing)],
  ['platform, addTraceSink', 'sink for traces', ({ platform }, thing) => platform.addTraceSink(thing)],
  ['shop/web, logTo', 'sink for logs', ({ web }, thing) => web.telemetry.logTo(thing)],
  ['shop/web, traceTo', 'sink for traces', ({ web }, thing) => web.telemetry.traceTo(thing)],
  ['shop/web, route "old"', 'RouteDelegate', ({ web }, thing) => web.traffic.leaveTo('old', Match.path(PathMatch.below('/old')), thing)],
  ['shop/pay, leaveVia', 'egress gateway', ({ pay }, thing) => pay.leaveVia(thing)],
  ['shop/routes: callers', 'caller', ({ chart }, thing) => new DelegatedRoutes(chart, 'routes', { ...HOST, callers: [thing] })],
  ['Caller.token', ISSUER, (_, thing) => Caller.token(thing)],
  ['Caller, withToken', ISSUER, (_, thing) => Caller.anyone().withToken(thing)],
  ['MeshService.fromContract', 'contract', (_, thing) => MeshService.fromContract(thing)],
];

describe.each(VERBS)('%s', (place, what, say) => {
  test.each([undefined, null])('fails without words of the language when %s came in', thing => {
    expect(() => say(world(), thing as never)).toThrow(new Error(`${place}: no ${what} given. Check the import or the variable.`));
  });

  test('fails on another thing', () => {
    const made = world();
    const other = new ApiObject(made.chart, 'other', { apiVersion: 'v1', kind: 'Service' });
    expect(() => say(made, other as never)).toThrow(new Error(`${place}: an object of ApiObject is not a valid ${what}. Check the import or the variable.`));
  });
});

test.each<[string, (world: World) => void]>([
  ['shop/web', ({ web }) => web.exposeVia(MISSING, HOST)],
  ['shop/pay', ({ pay }) => pay.exposeVia(MISSING, HOST)],
  ['RouteDelegate.fromName("old/old")', () => RouteDelegate.fromName('old/old').exposeVia(MISSING, HOST)],
])('%s is exposed by a gateway alone', (place, say) => {
  expect(() => say(world())).toThrow(new Error(`${place}, exposeVia: no gateway given. Check the import or the variable.`));
});

test('who is asked is a target', () => {
  expect(() => ExternalAuthorizer.grpc('opa', { service: MISSING })).toThrow('ExternalAuthorizer.grpc("opa"): undefined is not a target. Use a version');
});

test('what is wanted is given back', () => {
  const { chart, web } = world();
  const edge = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none() });
  expect(requireGiven(web, CALLEE, 'here')).toBe(web);
  expect([edge, Caller.anyone()].map(caller => requireGiven(caller, CALLER, 'here'))).toHaveLength(2);
  expect(() => requireGiven(new EgressGateway(chart, 'egress'), CALLEE, 'here')).toThrow('here: an object of EgressGateway is not a valid service. Check');
  expect(() => requireGiven('orders' as never, CALLEE, 'here')).toThrow('here: orders is not a valid service. Check');
});
