import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const headerValueRules = {
  value: refusal('header-value', 'A header value contains a control character, or a % that does not start a command operator.'),
};

/** What is said of the value that a header is set to. */
export function* headerValue(field: Field): Judgement {
  const { text = '' } = field;
  if (CONTROL.test(text) || !isFormat(text)) {
    yield broken(headerValueRules.value, field, `"${text}" is not a valid header value`, 'write %% for a percent sign, and %COMMAND(...)% for a command');
  }
}

const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;

type State = 'literal' | 'name' | 'list' | 'item' | 'text' | 'next' | 'close' | 'end';

/** What follows a character in a state; what is not named is wrong, unless the state has an `other`. */
const STEPS: Readonly<Record<State, Readonly<Record<string, State>>>> = {
  literal: { '%': 'name', 'other': 'literal' },
  name: { '%': 'literal', '(': 'list', 'other': 'name' },
  list: { '[': 'item', ' ': 'list', 'other': 'text' },
  item: { '"': 'text', ' ': 'item' },
  text: { ')': 'end', '"': 'next', 'other': 'text' },
  next: { ',': 'item', ']': 'close', ' ': 'next' },
  close: { ')': 'end', ' ': 'close' },
  end: { '%': 'literal', ' ': 'end' },
};

/** Whether a text is one with commands of the proxy: `%REQ(x-user)%`, `%DYNAMIC_METADATA(["a", "b"])%`; `%%` stands for a percent sign. */
function isFormat(text: string): boolean {
  let state: State = 'literal';
  for (let index = 0; index < text.length; index += 1) {
    const isEscaped: boolean = text[index] === '\\' && state === 'text';
    const next: State | undefined = isEscaped ? state : STEPS[state][text[index]] ?? STEPS[state].other;
    index += isEscaped ? 1 : 0;
    if (next === undefined || index >= text.length) {
      return false;
    }
    state = next;
  }
  return state === 'literal';
}
