import { Field } from '../../../lib/inspect/mesh/field';
import { fitsSelector } from '../../../lib/inspect/mesh/label-selectors';

const labels = { app: 'cart', tier: 'web' };
const expression = (key: string, operator: string, values?: unknown): unknown => ({ matchExpressions: [{ key, operator, values }] });

test.each([
  [undefined, true],
  [{}, true],
  [{ matchLabels: { app: 'cart' } }, true],
  [{ matchLabels: { app: 'cart', tier: 'db' } }, false],
  [expression('app', 'In', ['cart', 'web']), true],
  [expression('app', 'In', ['web']), false],
  [expression('none', 'In', ['web']), false],
  [expression('app', 'NotIn', ['web']), true],
  [expression('none', 'NotIn', ['web']), true],
  [expression('app', 'NotIn', ['cart']), false],
  [expression('app', 'Exists'), true],
  [expression('none', 'Exists'), false],
  [expression('none', 'DoesNotExist'), true],
  [expression('app', 'DoesNotExist'), false],
  [expression('app', 'Like', ['cart']), false],
])('%j fits: %s', (selector, expected) => {
  expect(fitsSelector(Field.root(selector), labels)).toBe(expected);
});
