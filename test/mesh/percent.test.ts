import { Percent } from '../../lib/mesh/percent';

test.each([0, 0.0001, 0.1, 12.5, 50, 100])('%d is a percentage', value => {
  expect(Percent.of(value).value).toBe(value);
});

test.each([-1, 100.1, 0.00009, -0.5, NaN, Infinity])('fails on %d', value => {
  expect(() => Percent.of(value)).toThrow(new Error(`Percent.of(${value}): expected 0, or a number from 0.0001 to 100. For one half, use Percent.of(50).`));
});
