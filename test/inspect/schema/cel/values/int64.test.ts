import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { floorDivide, int64, intOfDouble } from '../../../../../lib/inspect/schema/cel/values/int64';

const OVERFLOW = new CelError('integer overflow');

test('an int has 64 bits', () => {
  expect([int64(2n ** 63n - 1n), int64(-(2n ** 63n))]).toEqual([2n ** 63n - 1n, -(2n ** 63n)]);
  expect(() => int64(2n ** 63n)).toThrow(OVERFLOW);
  expect(() => int64(-(2n ** 63n) - 1n)).toThrow(OVERFLOW);
});

test('the fraction of a double is cut off', () => {
  expect([intOfDouble(1.9), intOfDouble(-1.9), intOfDouble(-0)]).toEqual([1n, -1n, 0n]);
});

test.each([[2 ** 63], [-(2 ** 63)], [NaN], [Infinity]])('fails to make an int of %p', value => {
  expect(() => intOfDouble(value)).toThrow(OVERFLOW);
});

test('a quotient can be rounded towards minus infinity', () => {
  expect([floorDivide(7n, 2n), floorDivide(-7n, 2n), floorDivide(-8n, 2n), floorDivide(0n, 2n)]).toEqual([3n, -4n, -4n, 0n]);
});
