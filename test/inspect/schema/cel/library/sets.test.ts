import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['sets.contains([1, 2], [2])', true], ['sets.contains([1], [1, 1])', true], ['sets.contains([1], [])', true], ['sets.contains([1], [2])', false],
  ['sets.contains([1], [1.0, 1u])', true],
  ['sets.equivalent([1, 2], [2, 1, 1])', true], ['sets.equivalent([1], [1, 2])', false], ['sets.equivalent([1, 2], [1])', false],
  ['sets.intersects([1, 2], [2, 3])', true], ['sets.intersects([1], [2])', false], ['sets.intersects([], [])', false],
])('%s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
