import { meshHostConflictsCheck } from '../../../../lib/inspect/checks/istio/mesh-host-conflicts';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [meshHostConflictsCheck];
const route = (name: string, hosts: string, more = ''): string => yamlObject(TYPES.virtualService, name, `spec: {hosts: [${hosts}]${more}}`);
const conflict = (names: readonly string[], host: string): string[] => names.map(name => (
  `IST0109 mesh-host-conflict | VirtualService ${name} | metadata.name | the VirtualServices ${names.join(', ')} all route ${host}; for sidecars, only the oldest applies`
));
const cart = 'cart.shop.svc.cluster.local';

test.each([
  ['two for one host', route('shop/a', 'cart') + route('shop/b', cart), conflict(['shop/a', 'shop/b'], cart)],
  ['two in other namespaces', route('shop/a', cart) + route('web/b', cart), conflict(['shop/a', 'web/b'], cart)],
  ['one that is for a gateway too', route('shop/a', 'cart') + route('shop/b', 'cart', ', gateways: [edge, mesh]'), conflict(['shop/a', 'shop/b'], cart)],
  ['one that is shown to its own namespace', route('shop/a', 'cart') + route('shop/b', 'cart', ', exportTo: ["."]'), conflict(['shop/a', 'shop/b'], cart)],
  ['two that a namespace sees', route('web/a', cart, ', exportTo: [shop]') + route('shop/b', cart, ', exportTo: ["."]'), conflict(['shop/b', 'web/a'], cart)],
  ['a wildcard that all see, for a host of a namespace', route('shop/a', '"*.example.com"') + route('shop/b', 'a.example.com', ', exportTo: ["."]'),
    conflict(['shop/a', 'shop/b'], 'a.example.com')],
  ['a host that all see, for a wildcard of a namespace', route('shop/a', 'a.example.com') + route('shop/b', '"*.example.com"', ', exportTo: ["."]'),
    conflict(['shop/a', 'shop/b'], '*.example.com')],
])('[F140] VirtualServices conflict: %s', (_, yaml, expected) => {
  expect(found(yaml, { checks }).sort()).toEqual(expected);
});

test.each([
  ['have hosts of their own', route('shop/a', 'cart') + route('shop/b', 'web')],
  ['are seen apart', route('shop/a', 'cart', ', exportTo: ["."]') + route('web/b', cart, ', exportTo: ["."]')],
  ['are for gateways', route('shop/a', 'cart') + route('shop/b', 'cart', ', gateways: [edge]')],
  ['are a host and a wildcard that all see', route('shop/a', '"*.example.com"') + route('shop/b', 'a.example.com')],
  ['are one that names a host twice', route('shop/a', `cart, ${cart}`)],
  ['have no hosts', route('shop/a', '') + route('shop/b', '')],
])('VirtualServices do not conflict which %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('it is the same as MESH004', () => {
  expect(judge(route('shop/a', 'cart') + route('shop/b', 'cart'), { checks }).findings[0].aliases).toEqual(['MESH004']);
});
