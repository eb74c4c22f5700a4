import { Chart } from 'cdk8s';
import { Caller, DefaultAccess, GatewayTls, HttpMethod, IngressGateway, Istio, Mesh, MeshNamespace, MeshPlatform, MeshService } from '../../../../lib';
import { guardedChart, policiesOf, problemsOf, serviceIn } from '../../../support/guarded-chart';

interface Shop {
  readonly platform: MeshPlatform;
  readonly namespace: MeshNamespace;
  readonly web: MeshService;
  readonly orders: MeshService;
}

/** A shop of which something is said. */
function shopOf(say: (shop: Shop) => void, defaultAccess?: DefaultAccess, mesh: Mesh = Istio.mesh()): Chart {
  const chart = guardedChart(mesh);
  const platform = new MeshPlatform(chart.node.scope!, 'platform');
  say({ platform, namespace: platform.addNamespace('shop', { defaultAccess }), web: serviceIn(chart, 'web'), orders: serviceIn(chart, 'orders') });
  return chart;
}

function problem(narrow: string, wide: string, kind: string): string {
  return `${narrow}: names who may call, but "${wide}" already lets them and others in everywhere in the ${kind}, so it keeps nobody out. Allow there, or with DefaultAccess.OPEN, only callers that may call everything, and use Caller.anyone() for single services; or leave it out here.`;
}

const [OF_NAMESPACE, OF_MESH] = [problem('shop/orders', 'platform/shop', 'namespace'), problem('shop/orders', 'platform', 'mesh')];

describe('what keeps nobody out is an error', () => {
  test.each([Istio.mesh(), Istio.mesh({ defaultAccess: DefaultAccess.OPEN })])('where the namespace is open', mesh => {
    expect(problemsOf(shopOf(({ orders, web }) => orders.access.allowFrom(web), DefaultAccess.OPEN, mesh))).toEqual([OF_NAMESPACE]);
  });

  test.each<[string, (shop: Shop) => void, string]>([
    ['an account whose namespace is let in', ({ namespace, orders, web }) => [namespace.access.allowFrom(namespace), orders.access.allowFrom(web)], OF_NAMESPACE],
    ['one method of somebody', ({ namespace, orders, web }) => [namespace.access.allowFrom(web), orders.access.allowFrom(web, { methods: [HttpMethod.GET] })], OF_NAMESPACE],
    ['a call for one method', ({ namespace, orders, web }) => [web.calls(orders, { methods: [HttpMethod.GET] }), namespace.access.allowFrom(namespace)], OF_NAMESPACE],
    ['an account in an open mesh', ({ platform, orders, web }) => [platform.access.allowFrom(Caller.anyone()), orders.access.allowFrom(web)], OF_MESH],
    ['a namespace in an open mesh', ({ platform, namespace }) => [platform.access.allowFrom(Caller.anyone()), namespace.access.allowFrom(namespace)], problem('platform/shop', 'platform', 'mesh')],
  ])('%s', (_, say, message) => {
    expect(problemsOf(shopOf(say))).toEqual([message]);
  });

  test('also of a gateway whose pods lie in the namespace', () => {
    const chart = shopOf(() => undefined, DefaultAccess.OPEN);
    const edge = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), podNamespace: 'shop' });
    expect(problemsOf(chart)).toEqual([]);
    edge.access.allowFrom(Caller.cidr('192.0.2.0/24'));
    expect(problemsOf(chart)).toEqual([problem('shop/edge', 'platform/shop', 'namespace')]);
  });
});

describe('what is no error', () => {
  test.each<[string, (shop: Shop) => void]>([
    ['who is let in here alone', ({ namespace, orders }) => [namespace.access.allowFrom(namespace), orders.access.allowFrom(Caller.namespaces('pay'))]],
    ['the same in both places', ({ namespace, orders, web }) => [namespace.access.allowFrom(web), orders.access.allowFrom(web)]],
    ['a call for everything, which says nothing of others', ({ namespace, orders, web }) => [namespace.access.allowFrom(namespace), web.calls(orders)]],
    ['what is let in elsewhere', ({ platform, orders, web }) => [new MeshNamespace(platform, 'pay', { defaultAccess: DefaultAccess.OPEN }), orders.access.allowFrom(web)]],
  ])('%s', (_, say) => {
    expect(problemsOf(shopOf(say))).toEqual([]);
  });

  test('everybody, where everybody is let in', () => {
    expect(problemsOf(shopOf(({ orders }) => orders.access.allowFrom(Caller.anyone()), DefaultAccess.OPEN))).toEqual([]);
  });
});

test('a mesh that is open lets everybody in without a policy, so that a service is closed by its own', () => {
  const chart = shopOf(({ orders, web }) => orders.access.allowFrom(web), undefined, Istio.mesh({ defaultAccess: DefaultAccess.OPEN }));
  expect(policiesOf(chart.node.root.node.findChild('platform') as Chart)).toEqual({});
  expect(policiesOf(chart)).toEqual({
    'shop/orders': { selector: { matchLabels: { app: 'orders' } }, rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] }] },
  });
});
