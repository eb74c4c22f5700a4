import { bypassedSubsetsCheck } from '../../../../lib/inspect/checks/istio/bypassed-subsets';
import { found } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [bypassedSubsetsCheck];
const route = (name: string, spec: string, ...destinations: readonly string[]): string => (
  yamlObject(TYPES.virtualService, name, `spec: {${spec}, http: [{route: [${destinations.map(one => `{destination: {${one}}}`).join(', ')}]}]}`)
);
const subsets = route('shop/cart', 'hosts: [cart]', 'host: cart, subset: v1', 'host: cart, subset: v2');

test('a gateway that passes by the subsets of a host is reported once', () => {
  expect(found(subsets + route('shop/outside', 'hosts: [a], gateways: [edge]', 'host: cart', 'host: cart'), { checks })).toEqual([
    'IST0140 bypassed-subsets | VirtualService shop/outside | spec.http[0].route[0].destination.host | '
    + 'requests from the gateway go to cart without the subsets by which shop/cart routes it',
  ]);
});

test.each([
  ['without gateway', subsets + route('shop/outside', 'hosts: [a]', 'host: cart')],
  ['with a subset', subsets + route('shop/outside', 'hosts: [a], gateways: [edge]', 'host: cart, subset: v1')],
  ['to another host', subsets + route('shop/outside', 'hosts: [a], gateways: [edge]', 'host: web')],
  ['to a host that is routed for another one', route('shop/cart', 'hosts: [web]', 'host: cart, subset: v1') + route('shop/outside', 'hosts: [a], gateways: [edge]', 'host: cart')],
  ['in the VirtualService that has the subsets', route('shop/cart', 'hosts: [cart], gateways: [edge, mesh]', 'host: cart, subset: v1', 'host: cart')],
])('a route is not reported %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
