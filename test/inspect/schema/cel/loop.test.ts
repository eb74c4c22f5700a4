import { outcome } from '../../../support/cel-outcome';

test('a variable inside hides one of the same name outside', () => {
  expect(outcome('[1].map(x, [2].map(x, x) + [x])')).toEqual([[2n, 1n]]);
});

test('of two variables, the first is the index or the key', () => {
  expect(outcome('["a"].transformList(i, v, [string(i), v]) + {"k": "v"}.transformList(k, v, [k, v])')).toEqual([['0', 'a'], ['k', 'v']]);
});

test.each([
  ['[1].all(1, true)', 'no rule: argument must be a simple name'],
  ['[1].all(a.b, true)', 'no rule: argument must be a simple name'],
  ['[1].all(x, x, true)', 'no rule: duplicate variable name: x'],
])('fails on %s', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
