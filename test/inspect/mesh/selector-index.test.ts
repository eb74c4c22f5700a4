import { SelectorIndex } from '../../../lib/inspect/mesh/selector-index';
import type { Labels } from '../../../lib/inspect/mesh/selectors';

const index = new SelectorIndex<{ name: string; selector: Labels }>([
  { name: 'all', selector: {} },
  { name: 'cart', selector: { app: 'cart', part: 'shop' } },
  { name: 'cart v1', selector: { app: 'cart', part: 'shop', version: 'v1' } },
  { name: 'shop', selector: { part: 'shop' } },
], ({ selector }) => selector);

test.each([
  [{}, ['all']],
  [{ app: 'cart' }, ['all']],
  [{ part: 'shop' }, ['all', 'shop']],
  [{ app: 'cart', part: 'shop' }, ['all', 'cart', 'shop']],
  [{ app: 'cart', part: 'shop', version: 'v1' }, ['all', 'cart', 'cart v1', 'shop']],
])('labels %j are selected by what asks for some of them, and no others', (labels, expected) => {
  expect(index.selecting(labels).map(({ name }) => name).sort()).toEqual(expected);
});
