import { syntaxErrorOf } from '../../../schema/syntax/re2';

/** What is wrong with a regular expression that RE2 does not take, and how to mend it. */
export interface RegexProblem {
  /** Nothing where only the repair says it. */
  readonly reason?: string;
  readonly repair: string;
}

/** What is wrong with the syntax of a regular expression. */
export function regexProblem(pattern: string): RegexProblem {
  const error = syntaxErrorOf(pattern) ?? '';
  const [, reason, repair] = PROBLEMS.find(([sign]) => sign.test(error)) ?? [];
  return reason === undefined || repair === undefined ? PERL : { reason, repair };
}

/** What other engines know and RE2 does not. */
const PERL: RegexProblem = { repair: 'rewrite it without lookahead, lookbehind, backreferences or possessive quantifiers' };

const PROBLEMS: ReadonlyArray<readonly [error: RegExp, reason: string, repair: string]> = [
  [/^missing closing \)/, 'a group is not closed', 'add the missing ), or write \\( for the literal character'],
  [/^unexpected \)/, 'an unmatched )', 'remove it, add the missing (, or write \\) for the literal character'],
  [/^missing closing \]/, 'a character class is not closed', 'add the missing ], or write \\[ for the literal character'],
  [/^missing argument to repetition operator/, 'a quantifier has nothing to repeat', 'put what it repeats before it, such as .*, or a \\ for the literal character'],
  [/^invalid repeat count/, 'invalid repeat count', 'put the smaller number first, and use no number above 1000'],
  [/^trailing backslash/, 'trailing backslash', 'remove it, or write \\\\ for the literal character'],
  [/^duplicate capture group name/, 'two groups have the same name', 'give each a different name'],
  [/^invalid character class range: `(?!\\|\[:)/, 'a character range ends before it starts', 'put the lower character first, or write \\- for the literal character'],
  [/^invalid nested repetition operator: `\*\*/, 'two quantifiers in a row', 'keep one of them, or write .* for any text'],
  [/^invalid escape sequence: `\\(?![gk])[A-Za-z]/, 'it has an escape that RE2 does not support', 'write the character without \\, or the intended character class'],
];
