import { groupOf, identityOf } from '../../../lib/synth/private/object-identity';

test.each([
  [{ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'orders', namespace: 'shop' } }, 'VirtualService.networking.istio.io shop/orders'],
  [{ apiVersion: 'networking.istio.io/v1beta1', kind: 'VirtualService', metadata: { name: 'orders', namespace: 'shop' } }, 'VirtualService.networking.istio.io shop/orders'],
  [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }, 'Namespace shop'],
  [{ kind: 'Namespace', metadata: { name: 'shop' } }, 'Namespace shop'],
  [{ apiVersion: 'v1', kind: 'Pod', metadata: {} }, undefined],
  [{ apiVersion: 'v1', kind: 'Pod' }, undefined],
  [{ apiVersion: 'v1', metadata: { name: 'shop' } }, undefined],
])('%j is %p', (manifest, identity) => {
  expect(identityOf(manifest)).toBe(identity);
});

test.each([['networking.istio.io/v1', ['networking.istio.io']], ['v1', []], [undefined, []]])('the group of %p is %j', (apiVersion, group) => {
  expect(groupOf({ apiVersion })).toEqual(group);
});
