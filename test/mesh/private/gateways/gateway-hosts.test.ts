import { Chart, Duration } from 'cdk8s';
import { AppProtocol } from '../../../../lib/mesh/app-protocol';
import { IngressGateway } from '../../../../lib/mesh/ingress-gateway';
import { Match } from '../../../../lib/mesh/match';
import { MeshService } from '../../../../lib/mesh/mesh-service';
import { PathMatch } from '../../../../lib/mesh/path-match';
import type { GatewayRoute } from '../../../../lib/mesh/private/gateways/gateway-intent';
import { RouteDelegate } from '../../../../lib/mesh/route-delegate';
import { edgeApp, edgeChart, edgeIn, objectsIn, renderedTarget, routeTo } from '../../../support/edge-chart';

/** Names and hosts of the rules of a chart's VirtualServices. */
function rulesIn(chart: Chart): unknown {
  const found = objectsIn(chart).filter(({ kind }) => kind === 'VirtualService');
  return found.map(({ spec: { hosts, http } }) => [...hosts, ...http.map(({ name }: { name: string }) => name)]);
}

test('[F039] services under one hostname meet in one object, the more specific first', () => {
  const chart = edgeChart();
  const edge = edgeIn(chart);
  edge._expose(routeTo('web', '/'));
  edge._expose(routeTo('orders', '/orders'));
  edge._expose(routeTo('export', '/orders/export'));
  expect(objectsIn(chart).filter(({ kind }) => kind === 'VirtualService').map(({ spec }) => spec)).toEqual([{
    hosts: ['shop.example.com'],
    gateways: ['istio-ingress/edge'],
    http: [
      { name: 'export', match: [{ uri: { exact: '/orders/export' } }, { uri: { prefix: '/orders/export/' } }], route: renderedTarget('export') },
      { name: 'orders', match: [{ uri: { exact: '/orders' } }, { uri: { prefix: '/orders/' } }], route: renderedTarget('orders') },
      { name: 'web', route: renderedTarget('web') },
    ],
  }]);
});

test('[F039] the order of calls changes nothing', () => {
  const render = (...routes: GatewayRoute[]): unknown => {
    const chart = edgeChart();
    const edge = edgeIn(chart, { hostnames: ['shop.example.com', 'b.example.com', 'a.example.com'] });
    routes.forEach(route => edge._expose(route));
    return rulesIn(chart);
  };
  const [web, orders, other] = [routeTo('web'), routeTo('orders', '/orders'), routeTo('web', '/', { hostname: 'a.example.com' })];
  const expected = [['shop.example.com', 'orders', 'web'], ['a.example.com', 'web']];
  expect([render(web, orders, other), render(other, orders, web), render(orders, other, web)]).toEqual([expected, expected, expected]);
});

test('each hostname has an object of its own, also below a wildcard', () => {
  const chart = edgeChart();
  const edge = edgeIn(chart, { hostnames: ['*.example.com', '*'] });
  ['*', 'a.b.example.com', '*.example.com'].forEach(hostname => edge._expose(routeTo('web', '/', { hostname })));
  expect(rulesIn(chart)).toEqual([['*.example.com', 'web'], ['*', 'web'], ['a.b.example.com', 'web']]);
  expect(objectsIn(chart).map(({ metadata }) => metadata.name)).toEqual([
    'edge', 'edge.wildcard.example.com', 'edge.wildcard', 'edge', 'edge.a.b.example.com',
  ]);
});

test('a priority decides where nothing else does', () => {
  const chart = edgeChart();
  const edge = edgeIn(chart);
  edge._expose(routeTo('old', '/orders'));
  edge._expose(routeTo('new', '/orders', { priority: 1 }));
  expect(edge.node.validate()).toEqual([expect.stringMatching(/^edge\/edge, "old" .* because "new" of new\.shop\.svc\.cluster\.local comes first/)]);
});

test('[F039] fails on a hostname that the gateway does not serve', () => {
  const edge = edgeIn(edgeChart(), { hostnames: ['shop.example.com', '*.example.org'] });
  expect(() => edge._expose(routeTo('web', '/', { hostname: 'api.example.com' }))).toThrow(new Error(
    'edge/edge: does not serve "api.example.com". It serves "shop.example.com", "*.example.org". Add the name to its hostnames, or expose under one of them.',
  ));
});

test('fails on a hostname that is none', () => {
  expect(() => edgeIn(edgeChart(), { hostnames: ['*'] })._expose(routeTo('web', '/', { hostname: 'Shop.Example.com' })))
    .toThrow(new Error('edge/edge: "Shop.Example.com" is not a hostname. Write only the name, in lowercase: "shop.example.com".'));
});

test('fails on two routes for one path', () => {
  const edge = edgeIn(edgeChart());
  edge._expose(routeTo('web', '/orders'));
  expect(() => edge._expose(routeTo('orders', '/orders'))).toThrow(new Error(
    'edge/edge, "orders" under "shop.example.com": can match the same requests as "web", and neither is more specific. Expose them under different paths or hostnames.',
  ));
});

test.each([PathMatch.below('/'), PathMatch.prefix('/')])('fails on two routes for all requests, one of them $kind "/"', path => {
  const edge = edgeIn(edgeChart());
  edge._expose(routeTo('web', '/', { alternatives: Match.path(path)._alternatives }));
  expect(() => edge._expose(routeTo('orders'))).toThrow(/: can match the same requests as "web", and neither is more specific\./);
});

test('fails on a name that is taken', () => {
  const edge = edgeIn(edgeChart());
  edge._expose(routeTo('web', '/a'));
  expect(() => edge._expose(routeTo('web', '/b')))
    .toThrow(new Error('edge/edge, "web" under "shop.example.com": a route with this name already exists. Give this one another name: exposeVia(..., { name: "..." }).'));
});

test('fails on a name that no route has', () => {
  expect(() => edgeIn(edgeChart())._expose(routeTo('web', '/', { name: 'The web' }))).toThrow(new Error(
    'edge/edge, "The web" under "shop.example.com": this is not a valid route name. Use lowercase letters, digits, and inner hyphens and dots.',
  ));
});

test('[F039] a service is exposed as often as it has names, and so are two that are called alike', () => {
  const chart = edgeChart();
  const edge = edgeIn(chart);
  const [web, other] = ['shop', 'team'].map(namespace => {
    return MeshService.adopt(new Chart(chart.node.root, namespace, { namespace }), 'web', { port: 8080, morePorts: [{ port: 9090 }] });
  });
  const hostname = 'shop.example.com';
  web.exposeVia(edge, { hostname, path: PathMatch.below('/web') });
  web.exposeVia(edge, { hostname, path: PathMatch.below('/admin'), port: 9090, name: 'admin' });
  other.exposeVia(edge, { hostname, path: PathMatch.below('/team'), name: 'team-web' });
  RouteDelegate.fromName('orders/web').exposeVia(edge, { hostname, path: PathMatch.below('/orders'), name: 'orders' });
  const [, { spec }] = objectsIn(chart);
  expect(spec.http.map(({ name, route, delegate }: any) => [name, delegate?.namespace ?? route[0].destination])).toEqual([
    ['orders', 'orders'],
    ['admin', { host: 'web.shop.svc.cluster.local', port: { number: 9090 } }],
    ['team-web', { host: 'web.team.svc.cluster.local', port: { number: 8080 } }],
    ['web', { host: 'web.shop.svc.cluster.local', port: { number: 8080 } }],
  ]);
});

test.each([{ sourceLabels: { app: 'web' } }, { sourceNamespace: 'shop' }])('fails on a match by %j, which nothing from outside has', source => {
  const alternatives = [{ headers: {}, query: {}, withoutHeaders: {}, ...source }];
  expect(() => edgeIn(edgeChart())._expose(routeTo('web', '/', { alternatives }))).toThrow(new Error(
    'edge/edge, "web" under "shop.example.com": matches labels or a namespace of the caller, but callers from outside the mesh have none. Leave the source out of the match.',
  ));
});

test('fails when two constructs stand for one hostname of one gateway, in one environment', () => {
  const app = edgeApp();
  const [first, second] = ['shop', 'orders'].map(id => IngressGateway.fromName(edgeChart(app, id), 'edge', 'istio-system/shared'));
  first._expose(routeTo('web'));
  second._expose(routeTo('orders', '/', { hostname: 'orders.example.com' }));
  expect(() => second._expose(routeTo('orders', '/orders'))).toThrow(new Error(
    'orders/edge, "orders" under "shop.example.com": "shop/edge" stands for istio-system/shared too, and already owns the routes of this hostname. Expose through that construct.',
  ));
});

test('fails when the objects of two gateways would have one name', () => {
  const chart = edgeChart();
  const [first, second] = ['a', 'b'].map(namespace => IngressGateway.fromName(chart, namespace, `${namespace}/shared`));
  first._expose(routeTo('web'));
  expect(() => second._expose(routeTo('web'))).toThrow(new Error(
    'edge/b, "web" under "shop.example.com": its object would be called "shared.shop.example.com", like that of "edge/a/shop.example.com" in the same namespace. Refer to one of the two gateways in a chart of another namespace.',
  ));
});

test('a hostname that is called as a wildcard is written has a name of its own', () => {
  const chart = edgeChart();
  const edge = IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared');
  ['*.example.com', 'wildcard.example.com'].forEach(hostname => edge._expose(routeTo('web', '/', { hostname })));
  expect(objectsIn(chart).map(({ metadata }) => metadata.name)).toEqual(['shared.wildcard.example.com', 'shared.wildcard.example.com-b80722aa']);
});

test('rules that would be called alike have names of their own', () => {
  const chart = edgeChart();
  const edge = edgeIn(chart);
  const shop = new Chart(chart.node.root, 'shop', { namespace: 'shop' });
  const [web, other] = ['web', 'web-x'].map(id => MeshService.adopt(shop, id, { port: 8080 }));
  web.traffic.route('x', Match.header('x-a', '1'), other);
  web.exposeVia(edge, { hostname: 'shop.example.com' });
  other.exposeVia(edge, { hostname: 'shop.example.com', path: PathMatch.below('/x') });
  expect(rulesIn(chart)).toEqual([['shop.example.com', 'web-x', 'web-x-2', 'web']]);
});

test('fails where one hostname takes both TLS that is passed on and requests', () => {
  const shop = new Chart(edgeApp(), 'shop', { namespace: 'shop' });
  const edge = IngressGateway.fromName(shop, 'edge', 'istio-ingress/shared');
  MeshService.adopt(shop, 'vault', { port: 8200, protocol: AppProtocol.HTTPS }).exposeVia(edge, { hostname: 'shop.example.com' });
  expect(() => MeshService.adopt(shop, 'web', { port: 80 }).exposeVia(edge, { hostname: 'shop.example.com', path: PathMatch.below('/web') })).toThrow(new Error(
    'shop/edge, "web" under "shop.example.com": "vault" needs TLS passed through, and "web" needs TLS terminated, but a gateway does only one for a hostname. Expose them under different hostnames.',
  ));
});

test('paths that nobody can compare are an error at the call that says both, and a problem when the second is said later', () => {
  const shop = new Chart(edgeApp(), 'shop', { namespace: 'shop' });
  const edge = IngressGateway.fromName(shop, 'edge', 'istio-ingress/shared');
  const web = MeshService.adopt(shop, 'web', { port: 80 });
  const expose = (hostname: string): void => web.exposeVia(edge, { hostname, path: PathMatch.regex('/x.*') });
  expose('a.example.com');
  web.traffic.route('x', Match.path(PathMatch.below('/x')), web, { timeout: Duration.seconds(1) });
  const problem = (hostname: string): string => `shop/edge, "web" under "${hostname}": exposes PathMatch.regex("/x.*"), and it is unclear which of these paths the route "x" matches with PathMatch.below("/x"). Write one of them without a regular expression.`;
  expect(() => expose('b.example.com')).toThrow(new Error(problem('b.example.com')));
  expect(edge.node.validate()).toEqual([problem('a.example.com')]);
});
