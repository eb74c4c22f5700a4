import { App, Chart } from 'cdk8s';
import { claimNamespace, ownerOfNamespace } from '../../../../lib/mesh/private/platform/namespace-owners';

test('a namespace has one owner', () => {
  const app = new App();
  const [first, second] = ['first', 'second'].map(id => new Chart(app, id));
  expect(ownerOfNamespace('shop', second)).toBeUndefined();
  claimNamespace(first, 'shop');
  expect(ownerOfNamespace('shop', second)).toBe(first);
  expect(() => claimNamespace(second, 'shop')).toThrow(new Error('second: "first" already renders the namespace "shop". Set its options there.'));
});
