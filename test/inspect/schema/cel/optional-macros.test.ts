import { outcome } from '../../../support/cel-outcome';

test.each([
  ['optional.of(1).optMap(x, x + 1)', { optional: [2n] }],
  ['optional.none().optMap(x, 1 / 0)', { optional: [] }],
  ['optional.of(1).optFlatMap(x, optional.none())', { optional: [] }],
  ['optional.of(1).optFlatMap(x, optional.of(x + 1))', { optional: [2n] }],
  ['dyn(1).optMap(x, x)', 'error: no such overload: hasValue(int)'],
  ['optional.of(1).optMap(x.y, x)', 'no rule: variable name must be a simple identifier'],
])('%s maps what is there', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});

test.each([
  ['optional.of(1).or(optional.of(1 / 0))', { optional: [1n] }],
  ['optional.none().or(optional.of(2))', { optional: [2n] }],
  ['optional.of(1).orValue(1 / 0)', 1n],
  ['optional.none().orValue(2)', 2n],
  ['dyn(1).orValue(2)', 1n],
])('%s evaluates the other only when it is needed', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});
