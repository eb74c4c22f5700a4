import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { compareNumbers, equalNumbers, isNumber } from '../../../../../lib/inspect/schema/cel/values/compare-numbers';
import type { CelNumber } from '../../../../../lib/inspect/schema/cel/values/compare-numbers';
import { Uint } from '../../../../../lib/inspect/schema/cel/values/uint';

test.each<[CelNumber, CelNumber, number]>([
  [1n, 2n, -1], [2n, 2n, 0], [3n, 2n, 1],
  [1n, 1.5, -1], [1.5, 1n, 1], [2, 2n, 0],
  [Uint.of(1n), -1n, 1], [Uint.of(2n), 2n, 0], [Uint.of(2n ** 64n - 1n), 2n ** 63n - 1n, 1],
  [-Infinity, -(2n ** 63n), -1], [0, -0, 0],
  // An int beside a double is as exact as a double.
  [2n ** 53n + 1n, 2 ** 53, 0],
])('%p beside %p is %d', (left, right, order) => {
  expect(compareNumbers(left, right)).toBe(order);
});

test('NaN is equal to nothing and comes before nothing', () => {
  expect([equalNumbers(NaN, NaN), equalNumbers(1n, NaN), equalNumbers(1n, 1)]).toEqual([false, false, true]);
  expect(() => compareNumbers(NaN, 1n)).toThrow(new CelError('NaN values cannot be ordered'));
  expect(() => compareNumbers(1, NaN)).toThrow(new CelError('NaN values cannot be ordered'));
});

test('there are three kinds of numbers', () => {
  expect([1n, 1, Uint.of(1n), '1', true, null].map(isNumber)).toEqual([true, true, true, false, false, false]);
});
