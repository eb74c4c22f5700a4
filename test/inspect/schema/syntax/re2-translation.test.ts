import fc from 'fast-check';
import { RE2JS } from 're2js';
import { toJavaScript } from '../../../../lib/inspect/schema/syntax/re2-translation';

test.each([
  ['^[a-z]+$', '^[a-z]+$'],
  ['a.b', 'a[^\\n]b'],
  ['\\s\\S[\\s-]', '[\\t\\n\\f\\r ][^\\t\\n\\f\\r ][\\t\\n\\f\\r -]'],
  ['a{2,3}{', 'a{2,3}\\{'],
  ['a{2,3}b{c}]', 'a{2,3}b\\{c\\}\\]'],
  ['[]a][^]a][[]', '[\\]a][^\\]a][\\[]'],
  ['a\\-b\\_c\\x41[\\-\\x41]', 'a\\x2db_c\\x41[\\x2d\\x41]'],
  ['([a-z]*)?(?:x|y)', '([a-z]*)?(?:x|y)'],
  ['^(ab)*$|^c{2}$', '^(ab)*$|^c{2}$'],
])('%s', (pattern, expected) => {
  expect(toJavaScript(pattern)?.source).toBe(expected);
});

test.each([
  ['a flag', '(?i)a'],
  ['a named group', '(?P<x>a)'],
  ['a look ahead, which RE2 lacks', 'a(?=b)'],
  ['a class by name', '[[:alpha:]]'],
  ['a property', '\\pL'],
  ['a quote', '\\Qa\\E'],
  ['an escape of RE2', '\\Aa\\z'],
  ['a boundary, which the engines see differently within a wide character', '\\Ba'],
  ['a complement within a class', '[\\S]'],
  ['a repetition within a repetition', '(a+b)+'],
  ['a repetition within a repetition, deeper', '((a*|b)c){2,}'],
  ['an alternative within a repetition', '^(a|a)*$'],
  ['an optional part within a repetition', '(a?){30}a{30}'],
  ['two repetitions without an end in a row', 'a.*b.*c'],
  ['many choices in a row', 'a?a?a?a?a?a?a?a?a?a?'],
  ['more ways than a number can count', '(((a|b)*)*)*'],
  ['more repetitions than RE2 allows', 'a{1001}'],
  ['more repetitions than RE2 allows, one in another', '(a{100}){100}'],
  ['more repetitions than RE2 allows, deep in a group', '(?:b|(ca{10}d){10}){11}'],
  ['a repetition of nothing', '*a'],
  ['a repetition of an anchor', '^*a'],
  ['a repetition of a repetition', 'a**'],
  ['a bracket that closes nothing', 'a)'],
  ['a bracket that is not closed', '(a'],
  ['a class that is not closed', '[a'],
  ['an escape of nothing', 'a\\'],
])('%s is left to RE2', (_, pattern) => {
  expect(toJavaScript(pattern)).toBeUndefined();
});

test('repetitions beside each other do not count together', () => {
  expect(['a{1000}b{1000}', '(a{10}b{10}){100}', '(a{100}b)c{100}'].map(pattern => toJavaScript(pattern)?.source)).toEqual(['a{1000}b{1000}', '(a{10}b{10}){100}', '(a{100}b)c{100}']);
});

const pieces = [
  'a', '.', '[a-z]', '[^a]', '\\d', '\\s', '\\S', '[\\s-]', '[\\w.-]', '(', '(?:', ')', '|', '*', '+', '?', '{2}', '{1,3}', '{2,}', '{40}', '{1,40}', '^', '$', '\\.', '\\-', '-', ']',
  '{', '}', '/', '[]a]', '[^]a]', '[[]', '\\n', '\\x41', '[a\\-z]', '[a-\\]]', '😀', '[é😀]', '\\/', '\\D', '(?i)', '[[:alpha:]]', '*?', '??', '{,3}', '[+-/]', '[a&&b]',
];
const texts = fc.string({
  unit: fc.constantFrom('a', 'b', 'Z', '0', '.', '-', '_', '/', '\n', '\r', '\u2028', 'é', '😀', ' ', '\t', '\v', '[', ']', '{', '}', '\\', '^', '&'), maxLength: 8,
});

test('whatever is translated is a pattern of RE2 and matches the same', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }), fc.array(texts, { minLength: 5 }), (parts, samples) => {
    const own = toJavaScript(parts.join(''));
    if (own !== undefined) {
      const exact = RE2JS.compile(parts.join(''));
      expect(samples.filter(text => own.test(text) !== exact.test(text))).toEqual([]);
    }
  }), { numRuns: 3000 });
});
