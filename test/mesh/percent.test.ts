import { Percent } from '../../lib/mesh/percent';

test.each([0, 0.0001, 0.1, 12.5, 50, 100])('%d is a percentage', value => {
  expect(Percent.of(value).value).toBe(value);
});

test.each([-1, 100.1, 0.00009, -0.5, NaN, Infinity])('fails on %d', value => {
  expect(() => Percent.of(value)).toThrow(new Error(`Percent.of(${value}): a percentage is 0, or lies between 0.0001 and 100. For half of all, say Percent.of(50).`));
});
