import { outcome } from '../../../../support/cel-outcome';

const fails = (target: string, source = 'string'): string => `error: type conversion error from '${source}' to '${target}'`;

test.each([
  ['int("42")', 42n], ['int("-42")', -42n], ['int("+42")', 42n], ['int("9223372036854775808")', fails('int')], ['int("4.2")', fails('int')],
  ['int("")', fails('int')], ['int("0x2a")', fails('int')], ['int(" 1")', fails('int')],
  ['int(4.9)', 4n], ['int(-4.9)', -4n], ['int(1e19)', 'error: integer overflow'], ['int(42u)', 42n], ['int(18446744073709551615u)', 'error: integer overflow'],
  ['int(duration("1s"))', 1_000_000_000n], ['int(timestamp("1970-01-01T00:00:01.9Z"))', 1n], ['int(1)', 1n],
])('an int: %s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['uint("42") == 42u', true], ['uint(42) == 42u', true], ['uint(4.9) == 4u', true], ['uint(4u) == 4u', true],
  ['uint("-1")', fails('uint')], ['uint("+1")', fails('uint')], ['uint("18446744073709551616")', fails('uint')],
  ['uint(-1)', 'error: unsigned integer overflow'], ['uint(-0.5)', 'error: unsigned integer overflow'], ['uint(2e19)', 'error: unsigned integer overflow'],
])('an unsigned integer: %s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['double("1.5")', 1.5], ['double("-.5e1")', -5], ['double("1.")', 1], ['double("1_000")', 1000], ['double("inf")', Infinity], ['double("-Infinity")', -Infinity],
  ['double("NaN")', NaN], ['double("1e400")', fails('double')], ['double("")', fails('double')], ['double("1_")', fails('double')], ['double("a")', fails('double')],
  ['double(2)', 2], ['double(2u)', 2], ['double(1.5)', 1.5],
])('a double: %s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['string(42)', '42'], ['string(42u)', '42'], ['string(1e6)', '1e+06'], ['string(true)', 'true'], ['string(b"\\xc3\\xa9")', 'é'],
  ['string(b"\\xff")', 'error: invalid UTF-8 in bytes, cannot convert to string'], ['string(duration("1h"))', '3600s'],
  ['string(timestamp("2024-01-01T00:00:00+01:00"))', '2024-01-01T00:00:00+01:00'], ['string("a")', 'a'],
  ['string(bytes("é")) == "é"', true], ['bytes("é").size()', 2n], ['bytes(b"a") == b"a"', true],
])('a text or bytes: %s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['bool("true")', true], ['bool("T")', true], ['bool("0")', false], ['bool("tRUE")', fails('bool')], ['bool("constructor")', fails('bool')], ['bool(true)', true],
])('a bool: %s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['string(duration("90m"))', '5400s'], ['duration("1")', fails('google.protobuf.Duration')], ['duration(1)', fails('google.protobuf.Duration', 'int')],
  ['duration(duration("1s")) == duration("1s")', true],
  ['string(timestamp(1))', '1970-01-01T00:00:01Z'], ['timestamp("2024")', fails('google.protobuf.Timestamp')], ['timestamp(253402300800)', 'error: timestamp overflow'],
  ['timestamp(timestamp(1)) == timestamp(1)', true],
])('a time: %s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['size("é😀")', 2n], ['"é😀".size()', 2n], ['size(b"é")', 2n], ['[1, 2].size()', 2n], ['size({"a": 1})', 1n], ['size(dyn(1))', 'error: no such overload: size'],
  ['type(1) == int', true], ['type(dyn(1.0)) == double', true], ['dyn(1)', 1n],
])('%s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test('a hostile text of many digits takes no longer than others', () => {
  const start = performance.now();
  expect(outcome(`double("${'1'.repeat(100_000)}!")`)).toBe('error: type conversion error from \'string\' to \'double\'');
  expect(performance.now() - start).toBeLessThan(1000);
});
