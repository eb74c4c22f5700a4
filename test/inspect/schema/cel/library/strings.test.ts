import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['"abc".contains("b")', true], ['"abc".startsWith("ab")', true], ['"abc".endsWith("ab")', false], ['"abc".contains("")', true],
  ['"a😀c".charAt(1)', '😀'], ['"abc".charAt(3)', ''], ['"abc".charAt(4)', 'error: index out of range: 4'], ['"abc".charAt(-1)', 'error: index out of range: -1'],
  ['"😀bcb".indexOf("b")', 1n], ['"abcb".indexOf("b", 2)', 3n], ['"abc".indexOf("d")', -1n], ['"abc".indexOf("")', 0n], ['"abc".indexOf("", 9)', 9n],
  ['"abc".indexOf("a", -1)', 'error: index out of range: -1'], ['"abc".indexOf("a", 9)', -1n],
  ['"😀bcb".lastIndexOf("b")', 3n], ['"abcb".lastIndexOf("b", 2)', 1n], ['"abc".lastIndexOf("d")', -1n], ['"abc".lastIndexOf("")', 3n],
  ['"abc".lastIndexOf("a", 3)', -1n], ['"abc".lastIndexOf("a", -1)', 'error: index out of range: -1'], ['"".lastIndexOf("a")', 'error: index out of range: -1'],
  ['"ÀaB1".lowerAscii()', 'Àab1'], ['"àaB1".upperAscii()', 'àAB1'],
  ['"aaa".replace("a", "b")', 'bbb'], ['"aaa".replace("a", "b", 2)', 'bba'], ['"aaa".replace("a", "b", 0)', 'aaa'], ['"ab".replace("", "-")', '-a-b-'],
  ['"aaa".replace("a", "b", -1)', 'bbb'], ['"a$1".replace("a", "$&")', '$&$1'],
  ['"a😀c".substring(1)', '😀c'], ['"abc".substring(1, 2)', 'b'], ['"abc".substring(3)', ''], ['"abc".substring(4)', 'error: index out of range: 4'],
  ['"abc".substring(2, 1)', 'error: invalid substring range. start: 2, end: 1'], ['"abc".substring(0, 9)', 'error: index out of range: 9'],
  ['" \\ta\\u00a0".trim()', 'a'],
  ['["a", "b"].join()', 'ab'], ['["a", "b"].join("-")', 'a-b'], ['[].join("-")', ''], ['[dyn("a"), dyn(1)].join()', 'error: join: invalid input: 1'],
  ['"%s!".format(["a"])', 'a!'],
  ['strings.quote("a\\n\\"\\\\\\a")', '"a\\n\\"\\\\\\a"'],
])('%s is %j', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['"a,b,c".split(",")', ['a', 'b', 'c']], ['"a,b,c".split(",", 2)', ['a', 'b,c']], ['"a,b,c".split(",", 1)', ['a,b,c']], ['"a,b,c".split(",", 0)', []],
  ['"a,b,c".split(",", -1)', ['a', 'b', 'c']], ['"a,b,c".split(",", 9)', ['a', 'b', 'c']], ['"a😀".split("")', ['a', '😀']], ['"".split(",")', ['']],
  ['"abc".split("", 2)', ['a', 'bc']],
])('%s is %j', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});
