import { isUnbounded } from '../../../lib/inspect/model/alias-expansion';

/** A list that holds the one before it ten times, and so on. */
function tenfold(levels: number): unknown {
  return Array.from({ length: levels }).reduce<unknown>(inner => Array(10).fill(inner), 'x');
}

test('a value without repetition is as large as it is written', () => {
  expect(isUnbounded({ a: Array(5000).fill('x') }, 5003)).toBe(false);
});

test('a small value may come from aliases altogether', () => {
  expect(isUnbounded(tenfold(2), 1)).toBe(false);
});

test('of a larger value, 99 of 100 parts may come from aliases', () => {
  expect([isUnbounded(tenfold(4), 112), isUnbounded(tenfold(4), 111)]).toEqual([false, true]);
});

test('of a very large value, no more than one part in ten', () => {
  const value = tenfold(7);
  expect([isUnbounded(value, 10_000_000), isUnbounded(value, 9_900_000)]).toEqual([false, true]);
});

test('between these two the share shrinks evenly', () => {
  const value = Array(22).fill(tenfold(5));
  expect([isUnbounded(value, 1_260_000), isUnbounded(value, 1_259_000)]).toEqual([false, true]);
});

test('what is nested deeper than a text may be is refused, whatever its size', () => {
  const nested = Array.from({ length: 501 }).reduce<unknown>(inner => [inner], 'x');
  expect(isUnbounded(nested, 502)).toBe(true);
});
