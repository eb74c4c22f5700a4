import { outcome } from '../../../support/cel-outcome';

test.each([
  ['[1, 2].all(x, x > 0)', true],
  ['[1, 0].all(x, x > 0)', false],
  ['[0, 1].all(x, 1 / x > 5)', false],
  ['[0, 1].all(x, 1 / x == 1)', 'error: division by zero'],
  ['[0, 1].exists(x, 1 / x == 1)', true],
  ['[0, 2].exists(x, 1 / x == 1)', 'error: division by zero'],
  ['[1].all(x, dyn(x))', 'error: no such overload'],
  ['{"a": 1}.exists(k, k == "a")', true],
  ['[].all(x, false)', true],
  ['[].exists(x, true)', false],
  ['[[1], [2, 3]].all(x, x.exists(y, y > x.size() - 1))', true],
  ['dyn(1).all(x, true)', 'error: got \'types.Int\', expected iterable type'],
])('%s stops at what decides', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['[1, 2, 3].filter(x, x > 1)', [2n, 3n]],
  ['[1, 2, 3].map(x, x * 2)', [2n, 4n, 6n]],
  ['[1, 2, 3].map(x, x > 1, x * 2)', [4n, 6n]],
  ['{"a": 1, "b": 2}.map(k, k + "!")', ['a!', 'b!']],
  ['[1, 2].exists_one(x, x == 2)', true],
  ['[2, 2].exists_one(x, x == 2)', false],
  ['[1, 0, 2].map(x, 1 / x)', 'error: division by zero'],
  ['[0, 1].filter(x, x == 0 ? 1 / x == 1 : 1 % (x - 1) == 1)', 'error: modulus by zero'],
  ['[0, 1].map(x, x == 0 ? 1 / x : 1 % (x - 1))', 'error: division by zero'],
])('%s collects', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});

// What Kubernetes 1.32 answers where it runs such rules; in new CRDs it takes them from 1.33 on.
test.each([
  ['[1, 2].all(i, v, v == i + 1)', true],
  ['[1, 2].exists(i, v, v == i)', false],
  ['[1, 2].existsOne(i, v, v == 1)', true],
  ['[1, 2].exists_one(i, v, v == 1)', true],
  ['[1, 2].exists_one(i, v, 1 / i == 1)', 'error: division by zero'],
  ['{"a": 1}.all(k, v, k == "a" && v == 1)', true],
  ['[5, 6].transformList(i, v, i + v)', [5n, 7n]],
  ['[5, 6].transformList(i, v, i > 0, v)', [6n]],
  ['{"a": 1}.transformList(k, v, k)', ['a']],
  ['[5, 6].transformMap(i, v, v * 2)', [[0n, 10n], [1n, 12n]]],
  ['{"a": 1, "b": 2}.transformMap(k, v, v > 1, v * 2)', [['b', 4n]]],
  ['[5, 6].transformMapEntry(i, v, {v: i})', [[5n, 0n], [6n, 1n]]],
  ['[5, 6].transformMapEntry(i, v, v > 5, {v: i})', [[6n, 1n]]],
  ['[5, 5].transformMapEntry(i, v, {v: i})', 'error: insert failed: key 5 already exists'],
  ['[5].transformMapEntry(i, v, dyn(v))', 'error: no such overload: cel.@mapInsert(map, int)'],
])('%s has two variables', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});
