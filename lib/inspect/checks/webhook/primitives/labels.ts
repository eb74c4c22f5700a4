import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';
import { isDnsLabel } from './host-names';

export const labelRules = {
  key: refusal('label-key', 'A label key is malformed.'),
  value: refusal('label-value', 'A label value is malformed.'),
};

const QUALIFIED = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** What is said of a mapping of labels. */
export function* labels(mapping: Field): Judgement {
  for (const [key, field] of mapping.entries()) {
    if (!isLabelKey(key)) {
      yield broken(labelRules.key, field, `"${key}" is not a valid label key`, 'write letters, digits, "-", "_" and ".", with a letter or digit at both ends');
    }
    const { text = '' } = field;
    if (text !== '' && !QUALIFIED.test(text)) {
      yield broken(labelRules.value, field, `"${text}" is not a valid label value`, 'write letters, digits, "-", "_" and ".", with a letter or digit at both ends');
    }
  }
}

function isLabelKey(key: string): boolean {
  const slash = key.indexOf('/');
  return slash < 0 ? isLabelName(key) : isPrefix(key.slice(0, slash)) && isLabelName(key.slice(slash + 1));
}

function isPrefix(text: string): boolean {
  return text.length <= 253 && text.split('.').every(isDnsLabel);
}

function isLabelName(text: string): boolean {
  return text.length <= 63 && QUALIFIED.test(text);
}
