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
const PERL: RegexProblem = { repair: 'write it without looking ahead or behind, references back and possessive quantifiers' };

const PROBLEMS: ReadonlyArray<readonly [error: RegExp, reason: string, repair: string]> = [
  [/^missing closing \)/, 'a group is not closed', 'write the ) that is missing, or \\( where the character is meant'],
  [/^unexpected \)/, 'a ) closes no group', 'remove it, write the ( that is missing, or \\) where the character is meant'],
  [/^missing closing \]/, 'a class is not closed', 'write the ] that is missing, or \\[ where the character is meant'],
  [/^missing argument to repetition operator/, 'a sign of repetition has nothing before it', 'write before it what is repeated, such as .*, or a \\ where the character is meant'],
  [/^invalid repeat count/, 'a number of repetitions is none', 'write the smaller number first, and no number above 1000'],
  [/^trailing backslash/, 'a \\ stands at the end', 'remove it, or write \\\\ where the character is meant'],
  [/^duplicate capture group name/, 'two groups have the same name', 'give each a name of its own'],
  [/^invalid character class range: `(?!\\|\[:)/, 'a range of characters ends before it begins', 'write the lower character first, or \\- where the character is meant'],
  [/^invalid nested repetition operator: `\*\*/, 'two signs of repetition follow each other', 'keep one of them, or write .* for any text'],
  [/^invalid escape sequence: `\\(?![gk])[A-Za-z]/, 'it has an escape that RE2 does not know', 'write the character without \\, or the class that is meant'],
];
