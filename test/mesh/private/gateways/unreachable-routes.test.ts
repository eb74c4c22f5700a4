import { Chart } from 'cdk8s';
import { DelegatedRoutes, IGateway, IngressGateway, Match, MeshService, PathMatch, Percent } from '../../../../lib';
import { edgeApp } from '../../../support/edge-chart';

const { below, exact } = PathMatch;
const REPAIR = 'Set it on the service that gets them, expose one of the two under another hostname, or leave it out.';
const hostname = 'shop.example.com';

let shop: Chart;
let web: MeshService;
let orders: MeshService;
beforeEach(() => {
  shop = new Chart(edgeApp(), 'shop', { namespace: 'shop' });
  [web, orders] = ['web', 'orders'].map(name => MeshService.adopt(shop, name, { port: 8080 }) as unknown as MeshService);
});
const shared = (): IGateway & Chart => IngressGateway.fromName(shop, 'edge', 'istio-ingress/shared') as IGateway & Chart;

test.each<[string, () => IGateway & Chart]>([
  ['edge', shared],
  ['team', () => new DelegatedRoutes(shop, 'team', { hostname }) as unknown as IGateway & Chart],
])('[F023] [F039] fails on a rule of which another service takes all requests: %s', (id, create) => {
  const gateway = create();
  web.traffic.route('special', Match.path(exact('/orders/special')), web);
  web.exposeVia(gateway, { hostname });
  expect(gateway.node.validate()).toEqual([]);
  orders.exposeVia(gateway, { hostname, path: below('/orders') });
  expect(gateway.node.validate()).toEqual([
    `shop/${id}, "web" under "shop.example.com": the rule "web-special" never matches a request here, because "orders" of orders.shop.svc.cluster.local comes first and matches all of its requests. ${REPAIR}`,
  ]);
});

test('[F023] several may take it together', () => {
  const gateway = shared();
  web.traffic.route('special', Match.any(Match.path(exact('/orders/a')), Match.path(exact('/bills/a'))), web);
  web.exposeVia(gateway, { hostname });
  orders.exposeVia(gateway, { hostname, path: below('/orders') });
  expect(gateway.node.validate()).toEqual([]);
  orders.exposeVia(gateway, { hostname, path: below('/bills'), name: 'bills' });
  expect(gateway.node.validate()).toEqual([
    `shop/edge, "web" under "shop.example.com": the rule "web-special" never matches a request here, because "orders" of orders.shop.svc.cluster.local and "bills" of orders.shop.svc.cluster.local come first and match all of its requests. ${REPAIR}`,
  ]);
});

test('[F023] a whole service can be hidden, by a priority or by a path that is tried first', () => {
  const gateway = shared();
  web.exposeVia(gateway, { hostname, path: PathMatch.regex('/orders/[0-9]+') });
  orders.exposeVia(gateway, { hostname, path: below('/orders') });
  expect(gateway.node.validate()).toEqual([
    `shop/edge, "web" under "shop.example.com": the rule "web" never matches a request here, because "orders" of orders.shop.svc.cluster.local comes first and matches all of its requests. ${REPAIR}`,
  ]);
});

test.each<[string, () => void]>([
  ['what the paths that are exposed leave to one rule of a service', () => {
    web.traffic.route('special', Match.path(below('/orders')), web);
    web.traffic.route('testers', Match.header('x-test', '1'), web);
    web.exposeVia(shared(), { hostname, path: exact('/orders') });
  }],
  ['a rule under another path than all others', () => {
    const gateway = shared();
    web.traffic.route('special', Match.path(exact('/special')), web);
    web.exposeVia(gateway, { hostname });
    orders.exposeVia(gateway, { hostname, path: below('/orders') });
  }],
  ['a fault, which lets requests go on', () => {
    const gateway = shared();
    orders.traffic.injectFault('chaos', Match.header('x-test', '1'), { abort: { percent: Percent.of(1), status: 503 } });
    web.traffic.route('testers', Match.all(Match.header('x-test', '1'), Match.path(below('/orders/7'))), web);
    web.exposeVia(gateway, { hostname, path: PathMatch.prefix('/orders') });
    orders.traffic.route('posts', Match.header('x-post', '1'), orders);
    orders.exposeVia(gateway, { hostname, path: exact('/orders'), faults: true });
  }],
])('is none: %s', (_, say) => {
  say();
  expect(shop.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
});
