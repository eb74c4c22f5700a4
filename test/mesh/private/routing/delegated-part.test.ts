import { Chart } from 'cdk8s';
import { DelegatedRoutes, IngressGateway, PathMatch, RouteDelegate } from '../../../../lib';
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
    'leaves PathMatch.below("/orders") of "shop.example.com" to "orders/shop-routes", and "orders/shop-routes" says that it gets PathMatch.below("/bills") of "shop.example.com"',
    [[SHOP, below('/orders')], [SHOP, below('/bills')]],
  ],
  [
    'leaves PathMatch.below("/orders") of "shop.example.com" to "orders/shop-routes", and "orders/shop-routes" says that it gets PathMatch.exact("/orders") of "shop.example.com"',
    [[SHOP, below('/orders')], [SHOP, exact('/orders')]],
  ],
  [
    'leaves every path of "shop.example.com" to "orders/shop-routes", and "orders/shop-routes" says that it gets every path of "www.example.com"',
    [[SHOP], ['www.example.com']],
  ],
])('a problem: %s', (problem, args) => {
  expect(problemsOf(...args)).toEqual([`edge/edge, "shop-routes" under "shop.example.com": ${problem}. Say the same hostname and path in both places.`]);
});
