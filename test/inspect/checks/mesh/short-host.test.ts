import { shortHostCheck } from '../../../../lib/inspect/checks/mesh/short-host';
import { documents, flowObject, service } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';

const checks = [shortHostCheck];

const route = (host: string, more = ''): string => (
  flowObject('networking.istio.io/v1', 'VirtualService', ['edge/cart', `hosts: [example.com], http: [{route: [{destination: {host: ${host}}}]}], ${more}`])
);
const rule = (host: string): string => flowObject('networking.istio.io/v1', 'DestinationRule', ['edge/cart', `host: ${host}`]);
const cart = service('shop/cart', 'app: cart');

test('a short host whose Service is in another namespace is found', () => {
  expect(judge(documents(route('cart'), cart), { checks }).findings.map(({ path, message, repair }) => [path, message, repair])).toEqual([[
    'spec.http[0].route[0].destination.host',
    'cart resolves to cart.edge.svc.cluster.local, which is not in the input; Service cart is in shop',
    'write cart.shop.svc.cluster.local or move the rule to namespace shop if that one is meant',
  ]]);
});

test.each([
  ['of a DestinationRule', rule('cart')],
  ['of a mirror', flowObject('networking.istio.io/v1', 'VirtualService', ['edge/cart', 'hosts: [a.b], http: [{mirror: {host: cart}, redirect: {uri: /}}]'])],
  ['that a route is for', flowObject('networking.istio.io/v1', 'VirtualService', ['edge/cart', 'hosts: [cart]'])],
])('so is one %s', (_, yaml) => {
  expect(found(documents(yaml, cart), { checks })).toHaveLength(1);
});

test('of many namespaces some are named', () => {
  const everywhere = ['a', 'b', 'c', 'd', 'e'].map(namespace => service(`${namespace}/cart`, 'app: cart'));
  expect(found(documents(rule('cart'), ...everywhere), { checks })).toEqual([expect.stringContaining('Service cart is in a, b, c and 2 more')]);
});

test.each([
  ['the full host', route('cart.shop.svc.cluster.local')],
  ['a host of its own namespace', documents(route('cart'), service('edge/cart', 'app: cart'))],
  ['a host that a ServiceEntry provides', documents(rule('cart'), flowObject('networking.istio.io/v1', 'ServiceEntry', ['edge/cart', 'hosts: [cart]']))],
  ['a host that nobody provides', route('pay')],
  ['all hosts', rule('"*"')],
  ['a host that Flagger makes', documents(rule('cart'), flowObject('flagger.app/v1beta1', 'Canary', ['edge/cart', 'targetRef: {kind: Deployment, name: cart}']))],
  ['a host that a gateway alone answers to', flowObject('networking.istio.io/v1', 'VirtualService', ['edge/cart', 'hosts: [cart], gateways: [edge]'])],
])('nothing is said of %s', (_, yaml) => {
  expect(found(documents(yaml, cart), { checks })).toEqual([]);
});

test('nor of one that is said to be known', () => {
  expect(found(documents(rule('cart'), cart), { checks, set: { assumed: ['Service edge/cart'] } })).toEqual([]);
});

test('where IST0101 says that nobody provides it, it is one finding', () => {
  const { findings } = judge(documents(route('cart'), cart, service('edge/pay', 'app: pay')), { filter: { only: ['IST0101', 'MESH030'], skip: [] } });
  expect(findings.map(({ code, aliases }) => [code, aliases])).toEqual([['IST0101', ['MESH013', 'MESH030']]]);
});
