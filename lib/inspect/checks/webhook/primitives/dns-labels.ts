import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';
import { isDnsLabel, isText, notA } from './host-names';

export const dnsLabelRules = {
  label: refusal('dns-label', 'A name is not a DNS label of at most 63 letters, digits and hyphens.'),
};

/** What is said of a place where a DNS label has to stand. */
export function* dnsLabel(field: Field): Judgement {
  if (isText(field) && !isDnsLabel(field.text ?? '')) {
    yield broken(dnsLabelRules.label, field, notA('DNS label', field), 'write at most 63 letters, digits and hyphens, with a letter or digit at both ends');
  }
}
