import { inKeyOrder } from '../../../lib/mesh/private/in-key-order';

test('the order is that of the keys, whatever came first and whatever they stand for', () => {
  expect(inKeyOrder(new Map([['b', 1], ['B', 2], ['a', 3]]))).toEqual([2, 3, 1]);
});
