import { namesIn } from '../../../lib/inspect/mesh/names-of-kind';
import { kube, service, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const set = objectSet(together(service('shop/orders'), service('shop/cart'), service('pay/bills'), kube('Gateway shop/edge')));

test('names are those of a kind and a namespace', () => {
  expect([namesIn(set, 'Service', 'shop'), namesIn(set, 'Service', 'pay'), namesIn(set, 'Service', 'web')]).toEqual([['cart', 'orders'], ['bills'], []]);
  expect(namesIn(set, 'gateway.networking.k8s.io/Gateway', 'shop')).toEqual(['edge']);
});

test('it is one list, however many ask', () => {
  expect(namesIn(set, 'Service', 'shop')).toBe(namesIn(set, 'Service', 'shop'));
});
