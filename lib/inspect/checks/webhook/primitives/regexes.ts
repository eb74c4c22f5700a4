import type { Field } from '../../../mesh/field';
import { isPattern } from '../../../schema/syntax/re2';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
import { refusal } from '../webhook-rules';
import { regexProblem } from './regex-problem';

export const regexRules = {
  empty: refusal('regex-empty', 'A regular expression is empty.'),
  long: refusal('regex-too-long', 'A regular expression is longer than 1024 bytes.'),
  syntax: refusal('regex-syntax', 'A regular expression is not valid RE2, the only syntax that the proxy supports.'),
  emptyPrefix: refusal('prefix-empty', 'A match has an empty prefix.'),
};

const LONGEST = 1024;

/** What is said of a place where a regular expression has to stand. */
export function* regex(field: Field): Judgement {
  const { text } = field;
  if (text === '' || !field.isSet) {
    yield broken(regexRules.empty, field, 'the regular expression is empty', 'write one, or remove it');
  } else if (text !== undefined) {
    yield* filledRegex(field, text);
  }
}

/** What is said of a text that is compared as `exact`, `prefix` or `regex`. */
export const stringMatch = byField({ prefix: filledPrefix, regex });

/** The same, where an empty prefix is fine. */
export const regexMatch = byField({ regex });

function* filledPrefix(prefix: Field): Judgement {
  if (prefix.text === '') {
    yield broken(regexRules.emptyPrefix, prefix, 'the prefix is empty', 'write the prefix, or remove the match');
  }
}

function* filledRegex(field: Field, text: string): Judgement {
  const length = Buffer.byteLength(text);
  if (length > LONGEST) {
    yield broken(regexRules.long, field, `the regular expression has ${length} bytes, more than ${LONGEST}`, 'shorten it, or split the match');
  } else if (!isPattern(text)) {
    const { reason, repair } = regexProblem(text);
    yield broken(regexRules.syntax, field, `"${text}" is not a valid RE2 regular expression${reason === undefined ? '' : `: ${reason}`}`, repair);
  }
}
