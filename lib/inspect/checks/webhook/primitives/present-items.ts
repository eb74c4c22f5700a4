import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const itemRules = {
  null: refusal('null-item', 'A list or mapping holds null where an entry is expected.'),
};

/** What is said of the entries of a list that are null; the others are judged by whoever asks. */
export function* nullItems(list: Field): Judgement {
  for (const item of list.items()) {
    if (!item.isSet) {
      yield broken(itemRules.null, item, 'null stands where an entry is expected', 'write the entry, or remove the dash');
    }
  }
}

/** The entries of a list that are there. */
export function presentItems(list: Field): Field[] {
  return list.items().filter(({ isSet }) => isSet);
}
