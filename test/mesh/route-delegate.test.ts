import { Chart } from 'cdk8s';
import { GatewayApi, IngressGateway, Match, MeshService, PathMatch, RouteDelegate } from '../../lib';
import { edgeApp, edgeChart, edgeIn, objectsIn } from '../support/edge-chart';

const HOSTNAME = 'shop.example.com';
const delegate = { namespace: 'orders', name: 'shop-routes' };
const orders = RouteDelegate.fromName('orders/shop-routes');

test('[F022] the owner of a hostname leaves a path to another team, between routes of its own', () => {
  const chart = edgeChart();
  const edge = edgeIn(chart);
  MeshService.adopt(new Chart(chart.node.root, 'shop', { namespace: 'shop' }), 'web', { port: 8080 }).exposeVia(edge, { hostname: HOSTNAME });
  orders.exposeVia(edge, { hostname: HOSTNAME, path: PathMatch.below('/orders') });
  const [, { spec }] = objectsIn(chart);
  expect(spec.http).toEqual([
    { name: 'shop-routes', match: [{ uri: { exact: '/orders' } }, { uri: { prefix: '/orders/' } }], delegate },
    { name: 'web', route: [{ destination: { host: 'web.shop.svc.cluster.local', port: { number: 8080 } } }] },
  ]);
});

test('so does the owner of a service, for callers inside', () => {
  const chart = new Chart(edgeApp(), 'shop', { namespace: 'shop' });
  MeshService.adopt(chart, 'web', { port: 8080 }).traffic.leaveTo('orders', Match.path(PathMatch.below('/orders')), orders);
  const [{ spec }] = objectsIn(chart);
  expect(spec.http.map(({ name, delegate: to }: any) => [name, to])).toEqual([['orders', delegate], ['default', undefined]]);
});

test('an HTTPRoute cannot leave requests to others', () => {
  const chart = edgeChart();
  const edge = IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared', { api: GatewayApi.KUBERNETES, listener: 'https' });
  orders.exposeVia(edge, { hostname: HOSTNAME, path: PathMatch.below('/orders') });
  expect(() => chart.toJson()).toThrow(/delegates requests to routes of another team, which an HTTPRoute of the Kubernetes Gateway API cannot express/);
});

test('fails on a regular expression, which the mesh refuses there', () => {
  expect(() => orders.exposeVia(edgeIn(edgeChart()), { hostname: HOSTNAME, path: PathMatch.regex('/o.*') })).toThrow(new Error(
    'RouteDelegate.fromName("orders/shop-routes"): delegates PathMatch.regex("/o.*"), but the mesh rejects regular expressions there. Use PathMatch.below, PathMatch.exact or PathMatch.prefix.',
  ));
});

test.each(['shop-routes', 'orders/', 'a/b/c'])('fails on %j, which names nothing', reference => {
  expect(() => RouteDelegate.fromName(reference))
    .toThrow(new Error(`RouteDelegate.fromName: "${reference}" is not a reference. Write its namespace and its name: "istio-ingress/shared".`));
});

test('fails to leave requests to others by a regular expression', () => {
  const web = MeshService.adopt(new Chart(edgeApp(), 'shop', { namespace: 'shop' }), 'web', { port: 8080 });
  expect(() => web.traffic.leaveTo('orders', Match.path(PathMatch.regex('/o.*')), orders)).toThrow(new Error(
    'shop/web, route "orders": compares with a regular expression, which the mesh rejects for delegated requests. Use exact texts or prefixes.',
  ));
});
