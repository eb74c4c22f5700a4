import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['"%s and %s".format(["a", 1])', 'a and 1'],
  ['"100%% %s".format(["a"])', '100% a'],
  ['"%s %s %s %s %s".format([true, 1.5, b"a", null, 2u])', 'true 1.5 a null 2'],
  ['"%s %s".format([duration("1m"), timestamp(0)])', '60s 1970-01-01T00:00:00Z'],
  ['"%s".format([int])', 'int'],
  ['"%s".format([["a", 1, 1.5, b"b", null, true]])', '["a", 1, 1.500000, b"b", null, true]'],
  ['"%s".format([{"b": [1], "a": duration("1s")}])', '{"a":duration("1s"), "b":[1]}'],
  ['"%s".format([[timestamp(0), double("NaN")]])', '[timestamp("1970-01-01T00:00:00Z"), "NaN"]'],
  ['"%d %d".format([1, 2u])', '1 2'],
  ['"%f %.2f %.0f".format([1.5, 1234.567, 2.5])', '1.500000 1,234.57 2'],
  ['"%f".format(["Infinity"])', '∞'],
  ['"%.100000000f %.9223372036854775807d".format([1.0, 1])', '%!(NOVERB) 1'],
  ['"%.0000000000000000000000000002f".format([1.0])', '1.00'],
  ['"%b %b %b".format([5, true, 5u])', '101 1 101'],
  ['"%x %X %x %X".format([255, 255, "az", b"\\xff"])', 'ff FF 617a FF'],
  ['"%x".format([-255])', '-ff'],
  ['"%o".format([8])', '10'],
])('%s is %j', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test('%e has narrow spaces', () => {
  expect(outcome('"%e".format([1500.0])')).toBe('1.500000\u202f×\u202f10⁰³');
});

const STRINGS = 'string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps';

test.each([
  ['"%s".format([])', 'index 0 out of range'],
  ['"%".format([1])', 'unexpected end of string'],
  ['"%q".format([1])', 'could not parse formatting clause: unrecognized formatting clause "q"'],
  ['"%.f".format([1.0])', 'could not parse formatting clause: error while parsing precision: error while converting precision to integer: '
  + 'strconv.Atoi: parsing "": invalid syntax'],
  ['"%.2".format([1.0])', 'could not parse formatting clause: error while parsing precision: could not find end of precision specifier'],
  ['"%.9223372036854775808d".format([1])', 'could not parse formatting clause: error while parsing precision: error while converting precision to integer: '
  + 'strconv.Atoi: parsing "9223372036854775808": value out of range'],
  ['"%d".format(["a"])', 'error during formatting: decimal clause can only be used on integers, was given string'],
  ['"%f".format([1])', 'error during formatting: fixed-point clause can only be used on doubles, was given int'],
  ['"%e".format(["a"])', 'error during formatting: scientific clause can only be used on doubles, was given string'],
  ['"%b".format(["a"])', 'error during formatting: only integers and bools can be formatted as binary, was given string'],
  ['"%x".format([true])', 'error during formatting: only integers, byte buffers, and strings can be formatted as hex, was given bool'],
  ['"%o".format([1.0])', 'error during formatting: octal clause can only be used on integers, was given double'],
  ['"%s".format([ip("::1")])', `error during formatting: ${STRINGS}, was given net.IP`],
  ['"%s".format([[ip("::1")]])', 'error during formatting: no formatting function for net.IP'],
])('%s fails: %s', (expression, message) => {
  expect(outcome(expression)).toBe(`error: ${message}`);
});
