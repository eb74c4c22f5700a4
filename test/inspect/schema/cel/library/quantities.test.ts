import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['isQuantity("1.5Gi")', true], ['isQuantity("1.5gi")', false],
  ['sign(quantity("-1"))', -1n],
  ['quantity("2k").isInteger()', true], ['quantity("200m").isInteger()', false],
  ['quantity("2k").asInteger()', 2000n], ['quantity("200m").asInteger()', 'error: cannot convert value to integer'],
  ['quantity("200m").asApproximateFloat()', 0.2],
  ['quantity("1k").add(quantity("1")).compareTo(quantity("1001"))', 0n], ['quantity("1").add(2).asInteger()', 3n],
  ['quantity("1k").sub(quantity("1")).compareTo(quantity("1k"))', -1n], ['quantity("1").sub(2).asInteger()', -1n],
  ['quantity("1").compareTo(quantity("900m"))', 1n],
  ['quantity("1").isLessThan(quantity("2"))', true], ['quantity("1").isGreaterThan(quantity("2"))', false],
  ['quantity("1000m") == quantity("1")', true],
  ['quantity("a")', 'error: quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\''],
])('%s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
