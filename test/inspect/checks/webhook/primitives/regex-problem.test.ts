import { regexProblem } from '../../../../../lib/inspect/checks/webhook/primitives/regex-problem';

const perl = 'rewrite it without lookahead, lookbehind, backreferences or possessive quantifiers';

test.each([
  ['/api/(v1|v2', 'a group is not closed', 'write the ) that is missing, or \\( where the character is meant'],
  ['/api/v1)', 'a ) closes no group', 'remove it, write the ( that is missing, or \\) where the character is meant'],
  ['/a/[0-9', 'a class is not closed', 'write the ] that is missing, or \\[ where the character is meant'],
  ['*.html', 'a sign of repetition has nothing before it', 'write before it what is repeated, such as .*, or a \\ where the character is meant'],
  ['/a/**', 'two signs of repetition follow each other', 'keep one of them, or write .* for any text'],
  ['a{2,1}', 'a number of repetitions is none', 'write the smaller number first, and no number above 1000'],
  ['a\\', 'a \\ stands at the end', 'remove it, or write \\\\ where the character is meant'],
  ['(?P<n>a)(?P<n>b)', 'two groups have the same name', 'give each a different name'],
  ['[9-0]', 'a range of characters ends before it begins', 'write the lower character first, or \\- where the character is meant'],
  ['/a\\y', 'it has an escape that RE2 does not know', 'write the character without \\, or the class that is meant'],
])('%s is none, as %s', (pattern, reason, repair) => {
  expect(regexProblem(pattern)).toEqual({ reason, repair });
});

test.each(['a(?=b)', '(?<!a)b', '(a)\\1', '\\k<n>', 'a++', '(?>a)', '\\pX'])('%s is of another engine, or nothing more is known of it', pattern => {
  expect(regexProblem(pattern).repair).toBe(perl);
});
