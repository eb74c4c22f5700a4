import { outcome } from '../../../support/cel-outcome';

test.each([
  ['{"a": 1}.a', 1n],
  ['{"a": 1}["a"]', 1n],
  ['{"a": 1}.b', 'error: no such key: b'],
  ['{1: "x"}[2]', 'error: no such key: 2'],
  ['[10, 20][1]', 20n],
  ['[10, 20][dyn(1.0)]', 20n],
  ['[10, 20][dyn(1u)]', 20n],
  ['[10, 20][2]', 'error: index out of bounds: 2'],
  ['[10, 20][-1]', 'error: index out of bounds: -1'],
  ['[10, 20][dyn(0.5)]', 'error: unsupported index value 0.5 in list'],
  ['[10, 20][dyn("0")]', 'error: unsupported index type \'string\' in list'],
  ['dyn(1).a', 'error: no such key: a'],
  ['dyn(1)[0]', 'error: no such key: 0'],
])('%s selects a part, or says that there is none', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});

test.each([
  ['{"a": {"b": 1}}.?a.b', { optional: [1n] }],
  ['{"a": {"b": 1}}.?x.b', { optional: [] }],
  ['{"a": {"b": 1}}.?a.x', { optional: [] }],
  ['{"a": [5]}.?a[0]', { optional: [5n] }],
  ['[5][?1]', { optional: [] }],
  ['dyn(1).?a', { optional: [] }],
])('%s goes on with what may be missing', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});

test.each([
  ['has({"a": 1}.a)', true],
  ['has({"a": 1}.b)', false],
  ['has({"a": null}.a)', true],
  ['has(dyn(1).a)', false],
  ['has({"a": 1}.b.c)', 'error: no such key: b'],
  ['has({"a": {"b": 1}}.?x.b)', false],
  ['has([{"a": 1}][0].a)', true],
])('%s asks for the last part only', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
