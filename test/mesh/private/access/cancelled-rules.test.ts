import { Chart } from 'cdk8s';
import {
  Caller, DefaultAccess, GatewayTls, HttpMethod, IngressGateway, Istio, JwtIssuer, Mesh, MeshNamespace, MeshPlatform, MeshService,
} from '../../../../lib';
import { callerText } from '../../../../lib/mesh/private/access/cancelled-rules';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

interface Shop {
  readonly web: MeshService;
  readonly orders: MeshService;
  readonly shop: MeshNamespace;
  readonly bad: MeshNamespace;
  readonly platform: MeshPlatform;
  readonly edge: IngressGateway;
  /** in the namespace `bad` */
  readonly spy: MeshService;
}

const HOST = { hostname: 'shop.example.com' };
const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });

function shopOf(say: (shop: Shop) => void, mesh: Mesh = Istio.mesh()): Chart {
  const chart = guardedChart(mesh);
  const platform = new MeshPlatform(chart.node.root, 'platform');
  const [shop, bad] = ['shop', 'bad'].map(name => platform.addNamespace(name));
  const edge = new IngressGateway(new Chart(chart.node.root, 'edge', { namespace: 'edge' }), 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none() });
  const spy = serviceIn(new Chart(chart.node.root, 'bad', { namespace: 'bad' }), 'spy');
  say({ web: serviceIn(chart, 'web'), orders: serviceIn(chart, 'orders'), shop, bad, platform, edge, spy });
  return chart;
}

function problem(place: string, who: string, denial: string): string {
  return `${place}: lets in ${who}, and ${denial} all of that, so it never gets in. Leave out one of the two, or deny only some methods or ports.`;
}

const [WEB, SPY] = ['the account "web" of the namespace "shop"', 'the account "spy" of the namespace "bad"'];

describe('to let in whom something denies is an error', () => {
  test.each<[string, (shop: Shop) => void, string]>([
    ['the same', ({ orders, web }) => [orders.access.allowFrom(web), orders.access.denyFrom(web)], problem('shop/orders', WEB, 'denies')],
    ['the other way round', ({ orders, web }) => [orders.access.denyFrom(web), orders.access.allowFrom(web)], problem('shop/orders', WEB, 'denies')],
    ['some requests', ({ orders, web }) => [orders.access.allowFrom(web, { methods: [HttpMethod.GET] }), orders.access.denyFrom(web)], problem('shop/orders', WEB, 'denies')],
    ['the same requests', ({ orders, web }) => {
      orders.access.allowFrom(web, { methods: [HttpMethod.GET] });
      orders.access.denyFrom(web, { methods: [HttpMethod.GET, HttpMethod.POST] });
    }, problem('shop/orders', WEB, 'denies')],
    ['one who calls', ({ orders, web }) => [orders.access.denyFrom(web), web.calls(orders)], problem('shop/orders', WEB, 'denies')],
    ['one of a namespace', ({ orders, bad, spy }) => [orders.access.denyFrom(bad), spy.calls(orders)], problem('shop/orders', SPY, 'denies')],
    ['what the namespace denies', ({ orders, shop, bad, spy }) => [shop.access.denyFrom(bad), spy.calls(orders)], problem('shop/orders', SPY, '"platform/shop" denies')],
    ['what the mesh denies', ({ orders, platform, bad }) => [orders.access.allowFrom(bad), platform.access.denyFrom(bad)], problem('shop/orders', 'the namespace "bad"', '"platform" denies')],
    ['what the mesh denies, of a namespace', ({ shop, platform, spy }) => [platform.access.denyFrom(spy), shop.access.allowFrom(spy)], problem('platform/shop', SPY, '"platform" denies')],
    ['what the mesh denies itself', ({ platform, spy }) => [platform.access.allowFrom(spy), platform.access.denyFrom(spy)], problem('platform', SPY, 'denies')],
    ['a gateway', ({ orders, edge }) => [orders.exposeVia(edge, HOST), orders.access.denyFrom(edge)], problem('shop/orders', 'the namespace "edge"', 'denies')],
    ['a gateway of which the namespace denies all', ({ orders, shop, edge }) => {
      shop.access.denyFrom(Caller.namespaces('edge'));
      orders.exposeVia(edge, HOST);
    }, problem('shop/orders', 'the namespace "edge"', '"platform/shop" denies')],
    ['at a gateway', ({ edge }) => {
      edge.access.allowFrom(Caller.clientCidr('192.0.2.0/24'));
      edge.access.denyFrom(Caller.clientCidr('192.0.2.0/24', '198.51.100.0/24'));
    }, problem('edge/edge', 'the addresses 192.0.2.0/24', 'denies')],
  ])('%s', (_, say, message) => {
    expect(problemsOf(shopOf(say))).toEqual([message]);
  });

  test('in an open mesh as well, of gateways too', () => {
    const chart = shopOf(({ orders, web, edge }) => {
      orders.exposeVia(edge, HOST);
      orders.access.denyFrom(edge);
      web.access.allowFrom(orders);
      web.access.denyFrom(orders);
    }, Istio.mesh({ defaultAccess: DefaultAccess.OPEN }));
    expect(problemsOf(chart).sort()).toEqual([
      problem('shop/orders', 'the namespace "edge"', 'denies'), problem('shop/web', 'the account "orders" of the namespace "shop"', 'denies'),
    ]);
  });
});

describe('what is no error', () => {
  test.each<[string, (shop: Shop) => void]>([
    ['less is denied', ({ orders, web }) => [orders.access.allowFrom(web), orders.access.denyFrom(web, { methods: [HttpMethod.DELETE] })]],
    ['other requests are denied', ({ orders, web }) => {
      orders.access.allowFrom(web, { methods: [HttpMethod.GET, HttpMethod.POST] });
      orders.access.denyFrom(web, { methods: [HttpMethod.GET] });
    }],
    ['one of those who are let in is denied', ({ orders, web, shop }) => [orders.access.allowFrom(shop), orders.access.denyFrom(web)]],
    ['somebody else is denied', ({ orders, web, bad }) => [orders.access.allowFrom(web), orders.access.denyFrom(bad)]],
    ['addresses are denied', ({ orders, web }) => [orders.access.allowFrom(web), orders.access.denyFrom(Caller.cidr('192.0.2.0/24'))]],
    ['another service denies', ({ orders, web, spy }) => [orders.access.allowFrom(spy), web.access.denyFrom(spy)]],
    ['another namespace denies', ({ orders, bad, web }) => [bad.access.denyFrom(web), web.calls(orders)]],
    ['a service denies whom the namespace lets in', ({ orders, shop, web }) => [shop.access.allowFrom(web), orders.access.denyFrom(web)]],
    ['a service is called by another that denies him who comes along', ({ orders, web, spy, bad }) => {
      web.access.allowFrom(bad);
      web.traffic.sendTo(orders);
      orders.access.denyFrom(spy);
    }],
  ])('%s', (_, say) => {
    expect(problemsOf(shopOf(say))).toEqual([]);
  });
});

test.each<[Caller, string]>([
  [Caller.anyone(), 'everybody'],
  [Caller.namespaces('b', 'a').fromCidr('192.0.2.0/24'), 'the namespaces "a" and "b" with the addresses 192.0.2.0/24'],
  [Caller.token(ISSUER), 'tokens of "https://auth.example.com"'],
])('callers in words: %#', (caller, text) => {
  expect(callerText(caller._callers()[0])).toBe(text);
});
