import type { Field } from '../../mesh/field';
import type { Judgement } from '../check';
import { refusal, warning } from './webhook-rules';

export const selectorRules = {
  wildcard: refusal('selector-wildcard', 'A selector label contains a *, which is literal.'),
  emptyKey: refusal('selector-empty-key', 'A label of a selector has no name.'),
  empty: warning('selector-empty', 'A selector without labels selects all pods of the namespace.'),
};

/** The labels by which an object selects pods; `labels` is the place of the mapping, `selector` that of what holds it. */
export function* workloadSelector(selector: Field, labels: Field): Judgement {
  if (!selector.isSet) {
    return;
  }
  const entries = labels.entries();
  for (const [key, label] of entries) {
    if (key === '') {
      yield { rule: selectorRules.emptyKey, path: labels.path, message: 'a label has no name', repair: 'name it, or remove it' };
    }
    if (key.includes('*') || label.text?.includes('*') === true) {
      yield {
        rule: selectorRules.wildcard,
        path: label.path,
        message: `"${key}: ${label.text ?? ''}" contains a *, but labels are compared literally`,
        repair: 'select by a label that all these pods have',
      };
    }
  }
  if (entries.length === 0) {
    yield {
      rule: selectorRules.empty,
      path: selector.path,
      message: 'the selector has no labels, so it selects all pods of the namespace',
      repair: 'name the labels, or remove the selector',
    };
  }
}
