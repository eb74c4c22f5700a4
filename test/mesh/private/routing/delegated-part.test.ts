import { Chart } from 'cdk8s';
import { DelegatedRoutes, IngressGateway, Match, MeshService, PathMatch, RouteDelegate } from '../../../../lib';
import { edgeChart } from '../../../support/edge-chart';

const SHOP = 'shop.example.com';
const { below, exact } = PathMatch;

/** What is wrong with a gateway whose owner leaves a part to routes that expect another. */
function problemsOf(left: [hostname: string, path?: PathMatch], expected: [hostname: string, path?: PathMatch], routes = 'shop-routes'): string[] {
  const chart = edgeChart();
  const gateway = IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared');
  RouteDelegate.fromName('orders/shop-routes').exposeVia(gateway, { hostname: left[0], path: left[1] });
  new DelegatedRoutes(new Chart(chart.node.root, 'orders', { namespace: 'orders' }), routes, { hostname: expected[0], path: expected[1] });
  return gateway.node.validate();
}

test.each<[string, Parameters<typeof problemsOf>]>([
  ['are the same', [[SHOP, below('/orders')], [SHOP, below('/orders')]]],
  ['are all of it', [[SHOP], [SHOP, below('/')]]],
  ['are for one of many hostnames', [['*.example.com'], [SHOP]]],
  ['are not there', [[SHOP, below('/orders')], ['www.example.com'], 'other']],
])('routes that %s are no problem', (_, args) => {
  expect(problemsOf(...args)).toEqual([]);
});

test.each<[string, Parameters<typeof problemsOf>]>([
  [
    'delegates PathMatch.below("/orders") of "shop.example.com" to "orders/shop-routes", but "orders/shop-routes" expects PathMatch.below("/bills") of "shop.example.com"',
    [[SHOP, below('/orders')], [SHOP, below('/bills')]],
  ],
  [
    'delegates PathMatch.below("/orders") of "shop.example.com" to "orders/shop-routes", but "orders/shop-routes" expects PathMatch.exact("/orders") of "shop.example.com"',
    [[SHOP, below('/orders')], [SHOP, exact('/orders')]],
  ],
  [
    'delegates every path of "shop.example.com" to "orders/shop-routes", but "orders/shop-routes" expects every path of "www.example.com"',
    [[SHOP], ['www.example.com']],
  ],
])('a problem: %s', (problem, args) => {
  expect(problemsOf(...args)).toEqual([`edge/edge, "shop-routes" under "shop.example.com": ${problem}. Use the same hostname and path in both places.`]);
});

describe('what a service leaves to others, and a gateway publishes', () => {
  const problemsUnder = (hostname: string): string[] => {
    const chart = edgeChart();
    const gateway = IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared');
    const web = MeshService.adopt(new Chart(chart.node.root, 'shop', { namespace: 'shop' }), 'web', { port: 8080 });
    const team = new DelegatedRoutes(new Chart(chart.node.root, 'orders', { namespace: 'orders' }), 'routes', { hostname, path: below('/orders') });
    web.traffic.leaveTo('orders', Match.path(below('/orders')), team.asDelegate);
    web.exposeVia(gateway, { hostname: SHOP });
    return gateway.node.validate();
  };

  test('is for the hostname', () => {
    expect(problemsUnder(SHOP)).toEqual([]);
  });

  test('fails for another, such as the host of the service', () => {
    expect(problemsUnder('web.shop.svc.cluster.local')).toEqual([
      'edge/edge, "web" under "shop.example.com": delegates requests to "orders/routes", but "orders/routes" expects those of "web.shop.svc.cluster.local", so they would be published under another name. Use the same hostname in both places, or expose paths that are not delegated.',
    ]);
  });
});
