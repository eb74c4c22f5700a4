import { Chart } from 'cdk8s';
import {
  Caller, DefaultAccess, GatewayApi, GatewayTls, IngressGateway, Istio, JwtIssuer, Match, Mesh, MeshNamespace, MeshService, MutualTls, PathMatch,
} from '../../../../lib';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

interface Shop {
  readonly web: MeshService;
  /** with the ports 80 and 9090 */
  readonly orders: MeshService;
  readonly edge: IngressGateway;
  readonly chart: Chart;
}

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
const HOST = { hostname: 'shop.example.com' };
const { DISABLED, PERMISSIVE } = MutualTls;

function shopOf(say: (shop: Shop) => void, mesh: Mesh = Istio.mesh()): Chart {
  const chart = guardedChart(mesh);
  const edge = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none() });
  say({ chart, edge, web: serviceIn(chart, 'web'), orders: serviceIn(chart, 'orders', { port: 80, targetPort: 8080, morePorts: [{ port: 9090, targetPort: 9091 }] }) });
  return chart;
}

function problem(name: string, port: string, options = ''): string {
  return `shop/${name}: accepts only plain text at port ${port}, which does not identify callers, but lets in only identified callers there, so nobody gets in. Leave out MutualTls.DISABLED, or use access.allowFrom(Caller.anyone()${options}).`;
}

const AT_9090 = problem('orders', '9090', ', { ports: [9090] }');

describe('that nobody gets in at a port of plain text is an error', () => {
  test.each<[string, (shop: Shop) => void, string]>([
    ['by a gateway', ({ web, edge }) => [web.access.mutualTls(DISABLED), web.exposeVia(edge, HOST)], problem('web', '8080')],
    ['said the other way round', ({ web, edge }) => [web.exposeVia(edge, HOST), web.access.mutualTls(DISABLED, 8080)], problem('web', '8080')],
    ['as the namespace says', ({ chart, web, edge }) => [web.exposeVia(edge, HOST), new MeshNamespace(chart, 'shop').access.mutualTls(DISABLED)], problem('web', '8080')],
    ['by a gateway whose account is known', ({ chart, web }) => {
      const gateway = new IngressGateway(chart, 'own', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), api: GatewayApi.KUBERNETES });
      web.exposeVia(gateway, HOST);
      web.access.mutualTls(DISABLED);
    }, problem('web', '8080')],
    ['at the port that a gateway sends to', ({ orders, edge }) => [orders.access.mutualTls(DISABLED, 9090), orders.exposeVia(edge, { ...HOST, port: 9090 })], AT_9090],
    ['at one of all that are called', ({ web, orders }) => [web.calls(orders), orders.access.mutualTls(DISABLED, 9090)], AT_9090],
    ['by a route', ({ web, orders, chart }) => {
      web.traffic.route('all', Match.path(PathMatch.below('/orders')), orders);
      web.access.allowFrom(serviceIn(chart, 'app'));
      orders.access.mutualTls(DISABLED, 9090);
    }, AT_9090],
  ])('%s', (_, say, message) => {
    expect(problemsOf(shopOf(say))).toEqual([message]);
  });
});

describe('what is no error', () => {
  test.each<[string, (shop: Shop) => void]>([
    ['both is taken', ({ web, edge }) => [web.access.mutualTls(PERMISSIVE), web.exposeVia(edge, HOST)]],
    ['everybody is let in', ({ web, edge }) => [web.access.mutualTls(DISABLED), web.exposeVia(edge, HOST), web.access.allowFrom(Caller.anyone())]],
    ['everybody is let in there', ({ web, orders }) => [orders.access.mutualTls(DISABLED, 9090), web.calls(orders), orders.access.allowFrom(Caller.anyone(), { ports: [9090] })]],
    ['addresses are', ({ web, orders }) => [orders.access.mutualTls(DISABLED, 9090), web.calls(orders), orders.access.allowFrom(Caller.cidr('192.0.2.0/24'))]],
    ['tokens are', ({ web, edge }) => [web.access.mutualTls(DISABLED), web.exposeVia(edge, HOST), web.access.allowFrom(Caller.token(ISSUER))]],
    ['the namespace lets everybody in', ({ chart, web, edge }) => [new MeshNamespace(chart, 'shop', { defaultAccess: DefaultAccess.OPEN }), web.access.mutualTls(DISABLED), web.exposeVia(edge, HOST)]],
    ['nobody is let in at the port', ({ web, orders }) => [orders.access.mutualTls(DISABLED, 9090), web.calls(orders, { ports: [80] })]],
  ])('%s', (_, say) => {
    expect(problemsOf(shopOf(say))).toEqual([]);
  });

  test('the mesh is open', () => {
    const open = Istio.mesh({ defaultAccess: DefaultAccess.OPEN });
    const chart = shopOf(({ web, edge }) => [web.access.mutualTls(DISABLED), web.exposeVia(edge, HOST)], open);
    expect(problemsOf(chart)).toEqual([]);
  });
});
