import { labelMeant, labelMistyped, repairBy } from '../../../lib/inspect/mesh/near-labels';
import { deployment, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const set = objectSet(together(deployment('shop/checkout', { labels: 'tier: web' }), deployment('pay/payments')));

test('a label is meant that pods have beside all others', () => {
  expect(labelMeant(set, { app: 'chekcot', tier: 'web' }, 'shop')).toEqual({ key: 'app', value: 'checkout' });
  expect(labelMistyped(set, { app: 'chekout', tier: 'web' }, 'shop')).toEqual({ key: 'app', value: 'checkout' });
  expect(labelMistyped(set, { app: 'paymentz' })).toEqual({ key: 'app', value: 'payments' });
});

test.each([
  ['further away', { app: 'chekcot', tier: 'web' }, 'shop'],
  ['of pods that lack another label', { app: 'chekout', tier: 'back' }, 'shop'],
  ['of another namespace', { app: 'chekout' }, 'pay'],
])('none is mistyped %s', (_, selector, namespace) => {
  expect(labelMistyped(set, selector, namespace)).toBeUndefined();
});

test('the repair names it, where there is one', () => {
  expect([repairBy({ key: 'app', value: 'cart' }, 'do x'), repairBy(undefined, 'do x')]).toEqual(['write app: cart if that is what you meant, or do x', 'do x']);
});

test('a key in another letter case is meant where its value is the same', () => {
  const shop = objectSet('{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {app: cart}}}');
  expect([labelMeant(shop, { App: 'cart' }, 'shop'), labelMeant(shop, { App: 'web' }, 'shop')]).toEqual([{ key: 'app', value: 'cart' }, undefined]);
});
