import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['optional.none()', { optional: [] }],
  ['optional.of(1)', { optional: [1n] }],
  ['optional.of(null)', { optional: [null] }],
  ['optional.of(1).hasValue()', true],
  ['optional.none().hasValue()', false],
  ['optional.of(1).value()', 1n],
  ['optional.none().value()', 'error: optional.none() dereference'],
])('%s is %j', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});

test.each([['0'], ['0.0'], ['0u'], ['""'], ['b""'], ['false'], ['null'], ['[]'], ['{}'], ['duration("0")']])('%s is a zero value', value => {
  expect(outcome(`optional.ofNonZeroValue(${value})`)).toEqual({ optional: [] });
});

test.each([['1'], ['0.5'], ['1u'], ['"0"'], ['b"a"'], ['true'], ['[0]'], ['{0: 0}'], ['duration("1s")'], ['timestamp(0)']])('%s is no zero value', value => {
  expect(outcome(`optional.ofNonZeroValue(${value}).hasValue()`)).toBe(true);
});
