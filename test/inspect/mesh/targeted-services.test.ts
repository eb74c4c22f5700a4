import { targetedServices } from '../../../lib/inspect/mesh/targeted-services';
import { kube, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

test('lists the Services of a namespace that policies target', () => {
  const set = objectSet(together(
    kube('AuthorizationPolicy shop/a', '{targetRefs: [{kind: Service, name: orders}, {kind: Gateway, name: main}, {kind: Service, name: cart}]}'),
    kube('RequestAuthentication shop/b', '{targetRef: {kind: Service, name: orders}}'),
    kube('AuthorizationPolicy web/c', '{targetRefs: [{kind: Service, name: front}]}'),
  ));
  expect([...targetedServices(set, 'shop')]).toEqual(['orders', 'cart']);
  expect([...targetedServices(set, 'lab')]).toEqual([]);
});
