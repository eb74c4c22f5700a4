import { namespacesWithService, nearHost } from '../../../lib/inspect/mesh/services-by-name';
import { documents, service } from '../../support/flow-objects';
import { objectSet } from '../../support/object-set';

test('the namespaces that have a Service of a name are told in their order', () => {
  const set = objectSet(documents(service('shop/cart', 'app: a'), service('pay/cart', 'app: a'), service('shop/pay', 'app: a')));
  expect([namespacesWithService(set, 'cart'), namespacesWithService(set, 'none')]).toEqual([['pay', 'shop'], []]);
});

test.each([
  ['crat.shop.svc.cluster.local', 'cart.shop.svc.cluster.local'],
  ['cart.shop.svc.cluster.local.', 'cart.shop.svc.cluster.local'],
  ['crat', 'cart'],
  ['example.com', undefined],
])('the host that is nearly %s is %s', (host, meant) => {
  expect(nearHost(objectSet('{apiVersion: v1, kind: Service, metadata: {name: cart, namespace: shop}}'), host, 'shop')).toBe(meant);
});
