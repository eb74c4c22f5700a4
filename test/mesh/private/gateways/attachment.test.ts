import { ApiObject, Chart } from 'cdk8s';
import { GatewayApi, IngressGateway, IngressGatewayProps, Match, MeshService, PathMatch, Percent } from '../../../../lib';
import { edgeApp, edgeChart, edgeIn, objectsIn } from '../../../support/edge-chart';

interface Shop {
  readonly edge: Chart;
  readonly gateway: IngressGateway;
  readonly chart: Chart;
}

function shop(props: Partial<IngressGatewayProps> = {}): Shop {
  const app = edgeApp();
  const edge = edgeChart(app);
  return { edge, gateway: edgeIn(edge, { api: GatewayApi.KUBERNETES, redirectHttp: false, ...props }), chart: new Chart(app, 'shop', { namespace: 'shop' }) };
}

const grantsOf = (chart: Chart): any[] => objectsIn(chart).filter(({ kind }) => kind === 'ReferenceGrant');
const host = (name: string, namespace = 'shop'): string => `${name}.${namespace}.svc.cluster.local`;
const hostname = 'shop.example.com';

test('[F022] the namespace of a service lets routes of the gateway name it, and what else its requests are sent to there', () => {
  const { edge, gateway, chart } = shop();
  const web = MeshService.adopt(chart, 'web', { port: 8080 });
  web.exposeVia(gateway, { hostname });
  web.traffic.route('trial', Match.header('x-trial', '1'), MeshService.fromHost(host('trial'), 80));
  web.traffic.mirrorTo(MeshService.fromHost(host('copy'), 80), Percent.of(5));
  expect(grantsOf(edge)).toEqual([{
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'ReferenceGrant',
    metadata: { name: 'edge.istio-ingress', namespace: 'shop' },
    spec: {
      from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'istio-ingress' }],
      to: ['copy', 'trial', 'web'].map(name => ({ group: '', kind: 'Service', name })),
    },
  }]);
});

test('[F022] so it does for a service whose route has a name of its own', () => {
  const { edge, gateway, chart } = shop();
  MeshService.adopt(chart, 'web', { port: 8080 }).exposeVia(gateway, { hostname, name: 'front' });
  expect(grantsOf(edge).map(({ spec }) => spec.to)).toEqual([[{ group: '', kind: 'Service', name: 'web' }]]);
});

test('[F022] within one namespace, and where somebody else has allowed it, nothing is rendered', () => {
  const { edge, gateway, chart } = shop({ grantedNamespaces: ['shop'] });
  MeshService.adopt(edge, 'own', { port: 8080 }).exposeVia(gateway, { hostname });
  MeshService.adopt(chart, 'web', { port: 8080 }).exposeVia(gateway, { hostname: 'shop.example.com', path: PathMatch.below('/web') });
  expect(grantsOf(edge)).toEqual([]);
});

test('[F022] fails on a Service of a third namespace until somebody has allowed it', () => {
  const render = (props: Partial<IngressGatewayProps>): unknown => {
    const { edge, gateway, chart } = shop(props);
    const web = MeshService.adopt(chart, 'web', { port: 8080 });
    web.exposeVia(gateway, { hostname });
    web.traffic.route('pay', Match.header('x-pay', '1'), MeshService.fromHost(host('pay', 'team'), 80));
    return objectsIn(edge).map(({ kind }) => kind);
  };
  expect(() => render({})).toThrow(/edge\/edge\/shop\.example\.com, rule "web-pay": sends to pay\.team\.svc\.cluster\.local, and only a ReferenceGrant in "team" allows /);
  expect(render({ grantedNamespaces: ['team'] })).toEqual(['Gateway', 'HTTPRoute', 'AuthorizationPolicy', 'ReferenceGrant']);
});

test('[F022] only the namespace of the service itself is taken to be ours', () => {
  const { edge, gateway, chart } = shop();
  const web = MeshService.adopt(chart, 'web', { port: 8080 });
  web.traffic.route('old', Match.header('x-old', '1'), MeshService.fromHost(host('web', 'legacy'), 80));
  web.exposeVia(gateway, { hostname });
  const orders = MeshService.adopt(chart, 'orders', { port: 8080 });
  orders.traffic.sendTo(MeshService.fromHost(host('orders2', 'team'), 80));
  orders.exposeVia(gateway, { hostname: 'shop.example.com', path: PathMatch.below('/orders') });
  const grants = edge.node.findAll().filter(construct => ApiObject.isApiObject(construct) && construct.kind === 'ReferenceGrant');
  expect(grants.map(grant => ApiObject.of(grant).metadata.namespace)).toEqual(['shop']);
  expect(() => edge.toJson()).toThrow(/ sends to orders2\.team\.svc\.cluster\.local, and only a ReferenceGrant in "team" allows /);
});

test('fails when two constructs stand for one gateway and would both allow its routes the same', () => {
  const app = edgeApp();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const [web, orders] = ['web', 'orders'].map(id => MeshService.adopt(chart, id, { port: 8080 }));
  const [first, second] = ['a', 'b'].map(id => IngressGateway.fromName(new Chart(app, id, { namespace: 'team' }), 'edge', 'istio-ingress/shared', { api: GatewayApi.KUBERNETES }));
  web.exposeVia(first, { hostname });
  expect(() => orders.exposeVia(second, { hostname: 'orders.example.com' })).toThrow(new Error(
    'b/edge: "a/edge" stands for istio-ingress/shared too, and already allows its routes to use Services of "shop". Expose through that construct.',
  ));
});

test('[F039] the order of calls changes nothing', () => {
  const render = (...order: number[]): unknown => {
    const { edge, gateway, chart } = shop();
    const [web, orders] = ['web', 'orders'].map(id => MeshService.adopt(chart, id, { port: 8080 }));
    const calls = [
      () => web.exposeVia(gateway, { hostname }),
      () => orders.exposeVia(gateway, { hostname, path: PathMatch.below('/orders') }),
      () => web.traffic.route('trial', Match.header('x-trial', '1'), orders),
    ];
    order.forEach(call => calls[call]());
    return objectsIn(edge);
  };
  expect(render(0, 1, 2)).toHaveLength(4);
  expect([render(1, 0, 2), render(2, 1, 0), render(2, 0, 1)]).toEqual([0, 1, 2].map(() => render(0, 1, 2)));
});

test('[F039] a service that sends everything on may be exposed first or last', () => {
  const render = (...order: number[]): unknown => {
    const { edge, gateway, chart } = shop();
    const [web, orders] = ['web', 'orders'].map(id => MeshService.adopt(chart, id, { port: 8080 }));
    const calls = [() => web.exposeVia(gateway, { hostname }), () => web.traffic.sendTo(orders)];
    order.forEach(call => calls[call]());
    expect(grantsOf(edge).map(({ spec }) => spec.to)).toEqual([['orders', 'web'].map(name => ({ group: '', kind: 'Service', name }))]);
    return objectsIn(edge);
  };
  expect(render(1, 0)).toEqual(render(0, 1));
});

test('fails on a namespace that cannot be', () => {
  expect(() => shop({ grantedNamespaces: ['shop/web'] })).toThrow(/^edge\/edge: "shop\/web" is not a valid namespace name\./);
});
