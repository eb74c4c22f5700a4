import { regexProblem } from '../../../../../lib/inspect/checks/webhook/primitives/regex-problem';

const perl = 'rewrite it without lookahead, lookbehind, backreferences or possessive quantifiers';

test.each([
  ['/api/(v1|v2', 'a group is not closed', 'add the missing ), or write \\( for the literal character'],
  ['/api/v1)', 'an unmatched )', 'remove it, add the missing (, or write \\) for the literal character'],
  ['/a/[0-9', 'a character class is not closed', 'add the missing ], or write \\[ for the literal character'],
  ['*.html', 'a quantifier has nothing to repeat', 'put what it repeats before it, such as .*, or a \\ for the literal character'],
  ['/a/**', 'two quantifiers in a row', 'keep one of them, or write .* for any text'],
  ['a{2,1}', 'invalid repeat count', 'put the smaller number first, and use no number above 1000'],
  ['a\\', 'trailing backslash', 'remove it, or write \\\\ for the literal character'],
  ['(?P<n>a)(?P<n>b)', 'two groups have the same name', 'give each a different name'],
  ['[9-0]', 'a character range ends before it starts', 'put the lower character first, or write \\- for the literal character'],
  ['/a\\y', 'it has an escape that RE2 does not support', 'write the character without \\, or the intended character class'],
])('%s is none, as %s', (pattern, reason, repair) => {
  expect(regexProblem(pattern)).toEqual({ reason, repair });
});

test.each(['a(?=b)', '(?<!a)b', '(a)\\1', '\\k<n>', 'a++', '(?>a)', '\\pX'])('%s is of another engine, or nothing more is known of it', pattern => {
  expect(regexProblem(pattern).repair).toBe(perl);
});
