import type { Field } from '../../mesh/field';
import { answered } from '../../once-per';
import type { Problem } from '../check';
import { broken } from './broken';
import { refusal } from './webhook-rules';

/** The rule about texts of a policy that say nothing. */
export const emptyValue = refusal('policy-value-empty', 'A list of a policy holds an empty text, which matches nothing.');

/** Texts with their places. */
export type Texts = ReadonlyArray<readonly [text: string, field: Field]>;

/** The lists of these names, each with the one that says the opposite: `ports` and `notPorts`. */
export function listsOf(field: Field, names: readonly string[]): Field[] {
  return names.flatMap(name => [field.at(name), field.at(opposite(name))]);
}

const opposites = new Map<string, { readonly value: string }>();

/** `notPorts` of `ports`; put together once, since it takes longer than all else that is asked of a list. */
function opposite(name: string): string {
  return answered(opposites, name, () => `not${name[0].toUpperCase()}${name.slice(1)}`);
}

/** The texts of lists; those that are empty are problems. */
export function* textsOf(lists: readonly Field[]): Generator<Problem, Texts> {
  const items = lists.flatMap(list => list.items()).filter(({ text }) => text !== undefined);
  for (const item of items.filter(({ text }) => text === '')) {
    yield broken(emptyValue, item, 'an empty text matches nothing', 'remove it, or write what is meant');
  }
  return items.filter(({ text }) => text !== '').map(item => [item.text!, item] as const);
}
