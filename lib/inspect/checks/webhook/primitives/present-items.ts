import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const itemRules = {
  null: refusal('null-item', 'A list or mapping contains null in place of an entry.'),
};

/** What is said of the entries of a list that are null; the others are judged by whoever asks. */
export function* nullItems(list: Field): Judgement {
  for (const item of list.items()) {
    if (!item.isSet) {
      yield broken(itemRules.null, item, 'expected an entry, found null', 'write the entry, or remove the dash');
    }
  }
}

/** The entries of a list that are there. */
export function presentItems(list: Field): Field[] {
  return list.items().filter(({ isSet }) => isSet);
}
