import fc from 'fast-check';
import { Weight } from '../../lib/mesh/weight';

test.each([0, 1, 10, 100])('%d is a weight, zero too [F012]', value => {
  expect(Weight.percent(value).value).toBe(value);
});

test('a weight and its rest are a hundred', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), value => Weight.percent(value).value + Weight.percent(value).rest.value === 100));
});

test.each([-1, 101, 0.5, 33.3, NaN, Infinity])('fails on %d', value => {
  expect(() => Weight.percent(value)).toThrow(new Error(`Weight.percent(${value}): expected a whole number from 0 to 100. The weights of a split add up to 100.`));
});
