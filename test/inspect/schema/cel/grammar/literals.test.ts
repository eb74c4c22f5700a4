import { isUnsigned, numberLiteral, stringLiteral } from '../../../../../lib/inspect/schema/cel/grammar/literals';
import { RuleError } from '../../../../../lib/inspect/schema/cel/grammar/rule-error';
import { Uint } from '../../../../../lib/inspect/schema/cel/values/uint';

test.each([
  ['42', 42n], ['0x2a', 42n], ['0xE', 14n], ['4.2e1', 42], ['.5', 0.5], ['1e3', 1000], ['42u', Uint.of(42n)], ['0x2aU', Uint.of(42n)],
  ['9223372036854775807', 2n ** 63n - 1n], ['18446744073709551615u', Uint.of(2n ** 64n - 1n)],
])('%s is %p', (text, value) => {
  expect(numberLiteral(text)).toEqual(value);
});

test('a minus belongs to the number, so that the smallest int can be written', () => {
  expect([numberLiteral('9223372036854775808', true), numberLiteral('0.5', true)]).toEqual([-(2n ** 63n), -0.5]);
});

test('fails on numbers of more than 64 bits', () => {
  expect(() => numberLiteral('9223372036854775808')).toThrow(new RuleError('invalid int literal'));
  expect(() => numberLiteral('18446744073709551616u')).toThrow(new RuleError('invalid uint literal'));
});

test('an unsigned number ends with u', () => {
  expect([isUnsigned('1u'), isUnsigned('1U'), isUnsigned('1')]).toEqual([true, true, false]);
});

test.each([
  ['"a"', 'a'],
  ['\'a"b\'', 'a"b'],
  ['"""a"b"""', 'a"b'],
  ['"""a\r\nb\rc"""', 'a\nb\nc'],
  ['"\\a\\b\\f\\n\\r\\t\\v\\\\\\?\\"\\\'\\`"', '\x07\b\f\n\r\t\v\\?"\'`'],
  ['"\\x41\\X41\\101\\u0041\\U0001F600"', 'AAAA\u{1f600}'],
  ['"\\xe9"', 'é'],
  ['r"\\x41"', '\\x41'],
  ['R\'\\\'', '\\'],
])('%s is the text %j', (text, value) => {
  expect(stringLiteral(text)).toBe(value);
});

test.each([
  ['b"a"', [0x61]],
  ['b"é"', [0xc3, 0xa9]],
  ['b"\\xe9\\351\\n"', [0xe9, 0xe9, 0x0a]],
  ['br"\\n"', [0x5c, 0x6e]],
  ['B\'\'\'a\'\'\'', [0x61]],
])('%s is the bytes %j', (text, bytes) => {
  expect([...stringLiteral(text) as Uint8Array]).toEqual(bytes);
});

test.each([
  ['"\\q"', '\\q'],
  ['"\\400"', '\\4'],
  ['"\\x4"', '\\x'],
  ['"\\ud800"', '\\ud800'],
  ['"\\U00110000"', '\\U00110000'],
  ['b"\\u0041"', '\\u0041'],
])('fails on the escape in %s', (text, escape) => {
  expect(() => stringLiteral(text)).toThrow(new RuleError(`invalid escape sequence: ${escape}`));
});
