import { Chart } from 'cdk8s';
import { AdoptedService, AppProtocol, DelegatedRoutes, Istio, Match, MeshApp, MeshService, PathMatch } from '../../lib';
import { objectsIn } from '../support/edge-chart';

const HOSTNAME = 'shop.example.com';

function ordersChart(): Chart {
  return new Chart(new MeshApp({ mesh: Istio.mesh() }), 'orders', { namespace: 'orders' });
}

function ordersIn(chart: Chart): AdoptedService {
  return MeshService.adopt(chart, 'orders', { port: 8080, morePorts: [{ port: 8443, protocol: AppProtocol.HTTPS }] });
}

function routesIn(chart: Chart, path?: PathMatch): DelegatedRoutes {
  return new DelegatedRoutes(chart, 'shop-routes', { hostname: HOSTNAME, path });
}

const target = [{ destination: { host: 'orders.orders.svc.cluster.local', port: { number: 8080 } } }];

test('[F022] what is left to us is a VirtualService without hosts and gateways, by the name that the owner says', () => {
  const chart = ordersChart();
  const routes = routesIn(chart, PathMatch.below('/orders'));
  ordersIn(chart).exposeVia(routes, { hostname: HOSTNAME });
  expect([routes.reference, routes.hostnames]).toEqual(['orders/shop-routes', [HOSTNAME]]);
  expect(objectsIn(chart)).toEqual([{
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'shop-routes', namespace: 'orders' },
    spec: { http: [{ name: 'orders', match: [{ uri: { exact: '/orders' } }, { uri: { prefix: '/orders/' } }], route: target }] },
  }]);
});

test('rules of a service that are for other paths are left out, and those within hold', () => {
  const chart = ordersChart();
  const orders = ordersIn(chart);
  orders.traffic.route('admin', Match.path(PathMatch.below('/admin')), orders);
  orders.traffic.route('bills', Match.path(PathMatch.below('/orders/bills')), orders);
  orders.traffic.route('testers', Match.header('x-canary', 'true'), orders);
  orders.exposeVia(routesIn(chart, PathMatch.below('/orders')), { hostname: HOSTNAME });
  const [{ spec }] = objectsIn(chart).filter(({ metadata }) => metadata.name === 'shop-routes');
  expect(spec.http.map(({ name }: any) => name)).toEqual(['orders-bills', 'orders-testers', 'orders']);
  expect(chart.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
});

test('paths beyond what is left to us are a problem, since the mesh would drop the rule without a word', () => {
  const chart = ordersChart();
  ordersIn(chart).exposeVia(routesIn(chart, PathMatch.below('/orders')), { hostname: HOSTNAME, path: PathMatch.prefix('/orders') });
  expect(chart.node.findChild('shop-routes').node.validate()).toEqual([
    'orders/shop-routes, rule "orders": takes paths beyond "/orders", which is all that the owner of "shop.example.com" leaves to it, or paths that nobody can compare with it. Say paths within, and no regular expression.',
  ]);
});

test.each<[string, (chart: Chart) => void]>([
  ['orders/shop-routes: is for "shop.example.com", and not for "www.example.com". Expose under the one, or make routes of its own for the other.', chart => (
    ordersIn(chart).exposeVia(routesIn(chart), { hostname: 'www.example.com' })
  )],
  ['orders/shop-routes: only requests can be left to others, and the port of "orders" speaks TLS. Expose a port that speaks HTTP.', chart => (
    ordersIn(chart).exposeVia(routesIn(chart), { hostname: HOSTNAME, port: 8443 })
  )],
  ['orders/Routes: "Routes" cannot be the name of routes. A name has lower-case letters, digits and inner hyphens, no dots, and at most 63 characters.', chart => (
    new DelegatedRoutes(chart, 'Routes', { hostname: HOSTNAME })
  )],
])('fails: %s', (problem, make) => {
  expect(() => make(ordersChart())).toThrow(new Error(problem));
});
