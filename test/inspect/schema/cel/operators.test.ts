import { outcome } from '../../../support/cel-outcome';

test.each([
  ['9223372036854775807 + 1', 'error: integer overflow'],
  ['-9223372036854775808 - 1', 'error: integer overflow'],
  ['9223372036854775807 * 2', 'error: integer overflow'],
  ['-9223372036854775808 / -1', 'error: integer overflow'],
  ['-9223372036854775808 % -1', 'error: integer overflow'],
  ['-(-9223372036854775807 - 1)', 'error: integer overflow'],
  ['-7 / 2', -3n],
  ['-7 % 2', -1n],
  ['7 / 0', 'error: division by zero'],
  ['7 % 0', 'error: modulus by zero'],
  ['1u - 2u', 'error: unsigned integer overflow'],
  ['7u / 2u', 'uint 3'],
  ['7u % 0u', 'error: modulus by zero'],
  ['1.0 / 0.0', Infinity],
  ['-(1.5)', -1.5],
  ['-dyn(duration("1s")) == duration("-1s")', true],
  ['-dyn("a")', 'error: no such overload'],
  ['-dyn(true)', 'error: no such overload'],
  ['-dyn([1])', 'error: no such overload: -_'],
  ['dyn("a") < 1', 'error: no such overload'],
  ['dyn(null) < 1', 'error: no such overload: _<_'],
  ['dyn("a") * 2', 'error: no such overload'],
  ['dyn([1]) - [1]', 'error: no such overload: _-_'],
])('%s is arithmetic of 64 bits', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['"a" + "b"', 'ab'],
  ['[1] + [2]', [1n, 2n]],
  ['b"a" + b"b" == b"ab"', true],
  ['duration("1s") + duration("1m")', 'google.protobuf.Duration 61s'],
  ['duration("1s") + timestamp(0)', 'google.protobuf.Timestamp 1970-01-01T00:00:01Z'],
  ['timestamp(1) - timestamp(0)', 'google.protobuf.Duration 1s'],
  ['timestamp(1) - duration("1s")', 'google.protobuf.Timestamp 1970-01-01T00:00:00Z'],
  ['timestamp(1) + dyn(1)', 'error: no such overload'],
  ['duration("1s") - dyn(1)', 'error: no such overload'],
  ['dyn(1) + dyn("a")', 'error: no such overload'],
  ['dyn(true) + dyn(1)', 'error: no such overload: _+_'],
])('%s takes two values that belong together', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});

test.each([
  ['1 in [1, 2]', true],
  ['dyn(1.0) in [1, 2]', true],
  ['"a" in {"a": 1}', true],
  ['"b" in {"a": 1}', false],
  ['url("/a") in [url("/b"), url("/a")]', true],
  ['dyn(url("/a")) in [dyn(1)]', false],
  ['1 in dyn("a")', 'error: no such overload'],
])('%s looks into lists and at keys', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test('what cannot be compared is not equal', () => {
  expect([outcome('dyn(url("/a")) != dyn(1)'), outcome('dyn(url("/a")) == dyn(1)')]).toEqual([true, 'error: no such overload']);
});
