import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['[1, 2, 2].isSorted()', true], ['[2, 1].isSorted()', false], ['[].isSorted()', true], ['["a", "b"].isSorted()', true], ['[true, false].isSorted()', false],
  ['[dyn([1])].isSorted()', 'error: no such overload: isSorted(list)'],
  ['[1, 2].sum()', 3n], ['[1.5, 2.0].sum()', 3.5], ['[].sum()', 0n], ['[1u, 2u].sum() == 3u', true], ['[duration("1s"), duration("2s")].sum() == duration("3s")', true],
  ['[dyn("a")].sum()', 'error: no such overload: sum(list)'], ['[9223372036854775807, 1].sum()', 'error: integer overflow'],
  ['[2, 1, 3].min()', 1n], ['["b", "a"].min()', 'a'], ['[].min()', 'error: min called on empty list'], ['[1.0, double("NaN")].min()', 1],
  ['[2, 3, 1].max()', 3n], ['[timestamp(1), timestamp(2)].max() == timestamp(2)', true], ['[].max()', 'error: max called on empty list'],
  ['[dyn([1])].max()', 'error: no such overload: max(list)'],
  ['[1, 2, 1].indexOf(1)', 0n], ['[1, 2].indexOf(3)', -1n], ['[[1], [2]].indexOf([2])', 1n],
  ['[1, 2, 1].lastIndexOf(1)', 2n], ['[1, 2].lastIndexOf(3)', -1n], ['[].lastIndexOf(1)', -1n],
])('%s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
