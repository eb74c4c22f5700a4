import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { SchemaTable } from '../../../../lib/inspect/schema/node';
import { groupsOf, isPattern, matcherOf, syntaxErrorOf } from '../../../../lib/inspect/schema/syntax/re2';

const patterns = [...new Set(readdirSync('imports/schemas')
  .flatMap(file => (JSON.parse(readFileSync(`imports/schemas/${file}`, 'utf8')) as Partial<SchemaTable>).nodes ?? [])
  .flatMap(node => node.re ?? []))];

test('the schemas have patterns', () => {
  expect(patterns.length).toBeGreaterThan(30);
});

test.each(patterns)('%s matches what RE2 matches', pattern => {
  const exact = RE2JS.compile(pattern);
  const matches = matcherOf(pattern);
  const texts = fc.oneof(
    fc.stringMatching(/^[a-zA-Z0-9:/.*_-]{0,12}$/),
    fc.stringMatching(/^([a-z0-9-]{1,4}\.){0,3}[a-z]{1,3}$/),
    fc.stringMatching(/^([0-9]{1,2}(h|m|s|ms|\.5s)){0,3}$/),
    fc.string({ unit: fc.constantFrom('a', 'B', '0', '.', '-', '_', '/', ':', '*', '\n', '\r', '\u2028', '\u00e9', '😀', ' ', '%', 's', 'm') }),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(fc.property(texts, text => matches(text) === exact.test(text)), { numRuns: 300 });
});

test('a matcher is made once', () => {
  expect(matcherOf('^made once$')).toBe(matcherOf('^made once$'));
});

test('what only RE2 reads is left to RE2', () => {
  expect(['Abort', 'WARN', ''].map(matcherOf('^(?i)(abort|warn)?$'))).toEqual([true, true, true]);
  expect(['aXb', 'a\nb'].map(matcherOf('\\Aa(?s:.)b\\z'))).toEqual([true, true]);
});

test('a pattern that repeats too often, all in all, is none', () => {
  expect(['a{1001}', '(a{100}){100}', '(?:a{100}){100}', '(a{10}){101}', '((a{100}){100}){100}'].filter(isPattern)).toEqual([]);
  expect(['a{1000}', '(a{10}){100}', '((a{10}){10}){10}', '(a{100})*b{1000}'].filter(pattern => !isPattern(pattern))).toEqual([]);
});

test('of a pattern that is no RE2 is told why', () => {
  expect([syntaxErrorOf('(a'), syntaxErrorOf('a++'), syntaxErrorOf('(a)')]).toEqual(['missing closing ): `(a`', 'invalid nested repetition operator: `++`', undefined]);
});

test('a pattern that is no RE2 matches nothing', () => {
  expect([matcherOf('a(?=b)')('ab'), matcherOf('(')('('), matcherOf('(a)\\1')('aa')]).toEqual([false, false, false]);
});

describe.each([20, 30, 60, 100, 150, 200, 201, 5000])('time does not explode on %d characters', length => {
  test.each([
    ['^(a+)+$', 'a', 'b'],
    ['^(a|a)*$', 'a', 'b'],
    ['^([a-z]|[a-z0-9]|-)*\\.$', 'a', ''],
    ['^([a-z]|[a-z0-9]|-)*\\.example\\.com$', 'a', ''],
    ['^[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*$', 'a', '!'],
    ['^(a?){30}a{30}$', 'a', '!'],
    ['a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?b', 'a', ''],
    ['(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)a{100}b', 'a', ''],
    ['a{0,200}a?a?a{90}b', 'a', ''],
    ['x.*y.*z.*w', 'xyz', ''],
  ])('of %s', (pattern, part, end) => {
    const text = part.repeat(Math.ceil(length / part.length)).slice(end.length, length) + end;
    const start = performance.now();
    expect(matcherOf(pattern)(text)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test.each([
  ['^/api/v[0-9]+$', true],
  ['(?i)abort', true],
  ['a++', false],
  ['a(?=b)', false],
  ['(a)\\1', false],
  ['(', false],
])('%s: whether it is a pattern is %p', (pattern, isOne) => {
  expect(isPattern(pattern)).toBe(isOne);
});

test('groups are counted as RE2 counts them, and those of no pattern are not', () => {
  expect(groupsOf('(?:a)(b)\\(c\\)[[:alpha:](](?P<id>d)')).toEqual({ count: 2, named: new Map([['id', 2]]) });
  expect(groupsOf('(a')).toBeUndefined();
});
