import { checkRegularExpression, matchesAll } from '../../../../lib/mesh/private/routing/regular-expression';

test.each(['a', 'a|b', '.*', '(?i)abort', '[[:alpha:]]+', '\\d{1,3}', '(?P<id>[0-9]+)', 'a'.repeat(1024)])('%s is a pattern of RE2', pattern => {
  expect(() => checkRegularExpression(pattern, 'call')).not.toThrow();
});

test.each([
  ['look-ahead', 'a(?=b)', 'invalid or unsupported Perl syntax: `(?=`'],
  ['a negative look-ahead', 'a(?!b)', 'invalid or unsupported Perl syntax: `(?!`'],
  ['look-behind', '(?<!a)b', 'invalid named capture: `(?<!a)b`'],
  ['a back reference', '(a)\\1', 'invalid escape sequence: `\\1`'],
  ['a possessive quantifier', 'a++', 'invalid nested repetition operator: `++`'],
  ['an atomic group', '(?>a)', 'invalid or unsupported Perl syntax: `(?>`'],
  ['a star alone', '*', 'missing argument to repetition operator: `*`'],
  ['an open bracket', '(a', 'missing closing ): `(a`'],
  ['an open class', '[a', 'missing closing ]: `[a`'],
  ['too many times', 'a{1001}', 'invalid repeat count: `{1001}`'],
])('fails on %s', (_, pattern, reason) => {
  expect(() => checkRegularExpression(pattern, 'call'))
    .toThrow(new Error(`call: error parsing regexp: ${reason}. Write it in RE2, as the mesh reads it: without look-around and back references.`));
});

test('fails on a pattern that is longer than the mesh reads, counted in bytes', () => {
  expect(() => checkRegularExpression('ö'.repeat(513), 'call'))
    .toThrow(new Error('call: this pattern has 1026 bytes, but the mesh reads at most 1024. Split it: Match.any takes several.'));
});

test('a pattern matches a whole text or not at all', () => {
  expect(['ab', 'abc', 'xab', 'a', ''].map(text => matchesAll('ab', text))).toEqual([true, false, false, false, false]);
  expect(['a', 'ab', 'b'].map(text => matchesAll('a|ab', text))).toEqual([true, true, false]);
  expect(['a', 'a\n'].map(text => matchesAll('^a$', text))).toEqual([true, false]);
  expect(['', 'a'].map(text => matchesAll('', text))).toEqual([true, false]);
});

test('time does not explode on a text that nearly matches', () => {
  const start = performance.now();
  expect(matchesAll('(a+)+', `${'a'.repeat(5000)}b`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(2000);
});
