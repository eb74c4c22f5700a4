import { Chart, Duration } from 'cdk8s';
import { AdoptedService, AppProtocol, DelegatedRoutes, Istio, Match, MeshApp, MeshService, PathMatch, RouteDelegate, TextMatch } from '../../lib';
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
    'orders/shop-routes, rule "orders": matches paths outside PathMatch.below("/orders"), which is all that the owner of "shop.example.com" delegates to it. Use paths within it.',
  ]);
});

test('what depends on callers inside of the mesh holds, since the owner of a service may leave its requests to us', () => {
  const chart = ordersChart();
  const orders = ordersIn(chart);
  orders.traffic.route('team', Match.sourceNamespace('team'), orders, { timeout: Duration.seconds(1) });
  orders.exposeVia(routesIn(chart), { hostname: HOSTNAME });
  const [{ spec }] = objectsIn(chart).filter(({ metadata }) => metadata.name === 'shop-routes');
  expect(spec.http).toEqual([{ name: 'orders-team', match: [{ sourceNamespace: 'team' }], route: target, timeout: '1s' }, { name: 'orders', route: target }]);
});

test('what the mesh would refuse in routes that are left to us is a problem', () => {
  const chart = ordersChart();
  const orders = ordersIn(chart);
  orders.exposeVia(routesIn(chart), { hostname: HOSTNAME });
  orders.traffic.leaveTo('bills', Match.path(PathMatch.below('/bills')), RouteDelegate.fromName('bills/shop-routes'));
  orders.traffic.route('old', Match.headerMatching('user-agent', TextMatch.regex('.*MSIE.*')), orders, { timeout: Duration.seconds(1) });
  expect(chart.node.findChild('shop-routes').node.validate()).toEqual([
    'orders/shop-routes, rule "orders-bills": delegates requests to "bills/shop-routes", but delegated requests cannot be delegated again. Let the owner of "shop.example.com" delegate them to "bills/shop-routes".',
    'orders/shop-routes, rule "orders-old": compares with a regular expression, which the mesh rejects for delegated requests. Use exact texts or prefixes; for a sticky split, Stickiness.header instead of a cookie.',
  ]);
});

test('paths of a service that nobody can compare with what is left to us are a problem', () => {
  const chart = ordersChart();
  const orders = ordersIn(chart);
  orders.exposeVia(routesIn(chart, PathMatch.below('/orders')), { hostname: HOSTNAME });
  orders.traffic.route('old', Match.path(PathMatch.regex('/orders/v\\d')), orders, { timeout: Duration.seconds(1) });
  expect(chart.node.findChild('shop-routes').node.validate()).toEqual([
    'orders/shop-routes, "orders" under "shop.example.com": exposes PathMatch.below("/orders"), and it is unclear which of these paths the route "old" matches with PathMatch.regex("/orders/v\\d"). Write one of them without a regular expression.',
  ]);
});

test.each<[string, (chart: Chart) => void]>([
  ['orders/shop-routes: delegated requests cannot be delegated again, here to "shop-routes". Let the owner of "shop.example.com" delegate to them directly.', chart => (
    RouteDelegate.fromName('bills/shop-routes').exposeVia(routesIn(chart), { hostname: HOSTNAME })
  )],
  ['orders/shop-routes: delegates PathMatch.regex("/o.*"), but the mesh rejects regular expressions there. Use PathMatch.below, PathMatch.exact or PathMatch.prefix.', chart => (
    routesIn(chart, PathMatch.regex('/o.*'))
  )],
  ['orders/more: "orders/shop-routes" already uses the routes name "orders/shop-routes". Use another name: { routesName: "..." }.', chart => {
    routesIn(chart);
    new DelegatedRoutes(chart, 'more', { hostname: HOSTNAME, routesName: 'shop-routes' });
  }],
  ['orders/shop-routes: is for "shop.example.com", not for "www.example.com". Use the same hostname, or create separate routes for the other.', chart => (
    ordersIn(chart).exposeVia(routesIn(chart), { hostname: 'www.example.com' })
  )],
  ['orders/shop-routes: only requests can be delegated, and the port of "orders" speaks TLS. Expose a port that speaks HTTP.', chart => (
    ordersIn(chart).exposeVia(routesIn(chart), { hostname: HOSTNAME, port: 8443 })
  )],
  ['orders/Routes: "Routes" is not a valid name of routes. Use lowercase letters, digits and inner hyphens, no dots, and at most 63 characters.', chart => (
    new DelegatedRoutes(chart, 'Routes', { hostname: HOSTNAME })
  )],
])('fails: %s', (problem, make) => {
  expect(() => make(ordersChart())).toThrow(new Error(problem));
});
