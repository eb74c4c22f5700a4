import {
  Access, AppProtocol, Caller, DefaultAccess, GatewayTls, HttpMethod, IngressGateway, Istio, JwtIssuer, MeshNamespace, MeshPlatform, MeshService,
  PathMatch,
} from '../../../../lib';
import { answerIn, targetOf } from '../../../support/access-scene';
import { objectsIn } from '../../../support/edge-chart';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
const EXEMPT = { exemptPaths: [PathMatch.exact('/healthz')], exemptPreflights: true };
const METRICS = { port: 9090, protocol: AppProtocol.HTTP };

const PATH = 'shop/orders, requireJwt: "/healthz" needs no token, but nobody is let in there without one, so it is still refused. Use access.allowFrom(Caller.anyone(), { paths: [PathMatch.exact("/healthz")] }), or leave out exemptPaths.';
const PREFLIGHTS = 'shop/orders, requireJwt: preflights need no token, but nobody is let in there without one, so it is still refused. Use access.allowFrom(Caller.anyone(), { methods: [HttpMethod.OPTIONS] }), or leave out exemptPreflights.';

function ordersWith(say: (access: Access, orders: MeshService) => void, defaultAccess = DefaultAccess.DENY): MeshService {
  const orders = serviceIn(guardedChart(Istio.mesh({ defaultAccess })), 'orders', { morePorts: [METRICS] });
  orders.access.requireJwt(ISSUER, EXEMPT);
  say(orders.access, orders);
  return orders;
}

function problemsWith(...said: Parameters<typeof ordersWith>): string[] {
  return problemsOf(ordersWith(...said).node.scope as any);
}

describe('what needs no token, and is let in by nobody,', () => {
  test.each<[string, (access: Access, orders: MeshService) => void, string[]]>([
    ['who brings a token', access => access.allowFrom(Caller.token(ISSUER)), [PATH, PREFLIGHTS]],
    ['one method', access => access.allowFrom(Caller.anyone(), { methods: [HttpMethod.GET] }), [PREFLIGHTS]],
    ['preflights', access => access.allowFrom(Caller.anyone(), { methods: [HttpMethod.OPTIONS], paths: [PathMatch.below('/orders')] }), [PATH]],
    ['a path that begins with others', access => access.allowFrom(Caller.anyone(), { paths: [PathMatch.below('/orders')] }), [PATH]],
    ['some in the namespace, by their tokens', (_, orders) => new MeshNamespace(orders.node.scope!, 'shop').access.allowFrom(Caller.token(ISSUER)), [PATH, PREFLIGHTS]],
  ])('is an error where others are: %s', (_, say, problems) => {
    expect(problemsWith(say)).toEqual(problems);
  });

  test('is an error where the token is needed at another port than all are let in at', () => {
    const orders = serviceIn(guardedChart(), 'orders', { morePorts: [METRICS] });
    orders.access.requireJwt(ISSUER, { ...EXEMPT, ports: [8080] });
    orders.access.allowFrom(Caller.anyone(), { ports: [9090] });
    expect(problemsOf(orders.node.scope as any)).toEqual([PATH, PREFLIGHTS]);
  });

  test('is an error in an open mesh as well, once somebody is named', () => {
    expect(problemsWith(access => access.allowFrom(Caller.token(ISSUER)), DefaultAccess.OPEN)).toEqual([PATH, PREFLIGHTS]);
  });
});

describe('what needs no token is no error where', () => {
  test.each<[string, (access: Access, orders: MeshService) => void]>([
    ['nobody is let in at all: others may let in', () => undefined],
    ['somebody is let in for everything', access => access.allowFrom(Caller.namespaces('web'))],
    ['each is let in by its own', access => {
      access.allowFrom(Caller.token(ISSUER));
      access.allowFrom(Caller.anyone(), { paths: [PathMatch.exact('/healthz')] });
      access.allowFrom(Caller.cidr('192.0.2.0/24'), { methods: [HttpMethod.OPTIONS] });
    }],
    ['it begins with what is let in', access => access.allowFrom(Caller.anyone(), { paths: [PathMatch.prefix('/health')] })],
    ['a gateway sends it', (_, orders) => orders.exposeVia(new IngressGateway(orders.node.scope!, 'edge', {
      hostnames: ['shop.example.com'], tls: GatewayTls.none(), podNamespace: 'edge', serviceAccount: 'edge',
    }), { hostname: 'shop.example.com' })],
    ['the mesh lets in somebody', (access, orders) => {
      access.allowFrom(Caller.token(ISSUER));
      new MeshPlatform(orders.node.root, 'platform').access.allowFrom(Caller.namespaces('monitoring'));
    }],
  ])('%s', (_, say) => {
    expect(problemsWith(say)).toEqual([]);
  });

  test('the mesh is open', () => {
    expect(problemsWith(() => undefined, DefaultAccess.OPEN)).toEqual([]);
  });

  test('it is said of a namespace, whose services say who is let in', () => {
    const chart = guardedChart();
    const { access } = new MeshNamespace(chart, 'shop');
    access.requireJwt(ISSUER, { ...EXEMPT, ports: [8080] });
    access.allowFrom(Caller.token(ISSUER));
    expect(problemsOf(chart)).toEqual([]);
  });
});

test('[F051] with the repair, what is exempt gets in without a token, and nothing else does', () => {
  const methods = [HttpMethod.GET, HttpMethod.OPTIONS];
  const objects = objectsIn(ordersWith(access => access.allowFrom(Caller.anyone(), { methods })).node.scope as any);
  const requests = [{ method: 'OPTIONS' }, { path: '/healthz' }, { method: 'GET' }, { method: 'POST', path: '/healthz' }];
  const answers = requests.map(request => answerIn(objects, targetOf('service'), { peer: 'cluster.local/ns/shop/sa/web', ...request }));
  expect(answers).toEqual(['allowed', 'allowed', 403, 403]);
});
