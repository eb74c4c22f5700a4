import { isObject } from '../../is-object';
import { isMet } from '../../label-expression';
import { Findings } from '../check/findings';
import { checkLabels } from '../check/metadata-rules';
import { own } from '../own';
import { labelValue, qualifiedName } from '../syntax/names';
import { addMalformed } from './malformed';
import { Fields, fieldsAt, inField, inItems, itemsOf, textOf } from './steps';

/** Holds the labels at a field against their syntax. */
export function checkLabelsAt(fields: Fields, key: string, findings: Findings): void {
  const labels = fields[key];
  if (isObject(labels)) {
    checkLabels(labels, findings, key);
  }
}

/** Holds the selector at a field against the rules of selectors that have `matchLabels` and `matchExpressions`. */
export function checkSelectorAt(fields: Fields, key: string, findings: Findings): void {
  inField(fields, key, findings, checkSelector);
}

function checkSelector(selector: Fields, findings: Findings): void {
  checkLabelsAt(selector, 'matchLabels', findings);
  inItems(selector, 'matchExpressions', findings, checkRequirement);
}

function checkRequirement({ key, operator, values }: Fields, findings: Findings): void {
  const count = Array.isArray(values) ? values.length : 0;
  const takesValues = own(TAKES_VALUES, String(operator));
  if (takesValues === undefined && textOf(operator) !== undefined) {
    findings.add({ kind: 'enum', message: `operator is ${JSON.stringify(operator)}`, expected: Object.keys(TAKES_VALUES).join(', ') }, 'operator');
  } else if (takesValues === true && count === 0) {
    findings.add({ kind: 'required', message: `operator ${String(operator)} has no values`, expected: 'at least one value' }, 'values');
  } else if (takesValues === false && count > 0) {
    findings.add({ kind: 'mismatch', message: `operator ${String(operator)} takes no values`, expected: 'no values' }, 'values');
  }
  addMalformed(findings, { what: 'label key', text: textOf(key), rule: qualifiedName }, 'key');
  (Array.isArray(values) ? values : []).forEach((value, place) => {
    addMalformed(findings, { what: 'label value', text: textOf(value), rule: labelValue }, 'values', place);
  });
}

const TAKES_VALUES: Readonly<Record<string, boolean>> = { In: true, NotIn: true, Exists: false, DoesNotExist: false };

/** Whether a selector has nothing in it, and so selects everything. */
export function isEmptySelector(selector: Fields): boolean {
  const { matchLabels, matchExpressions } = selector;
  return !(isObject(matchLabels) && Object.keys(matchLabels).length > 0) && !(Array.isArray(matchExpressions) && matchExpressions.length > 0);
}

/** What a selector asks for and labels do not have, in words: `app=web`. An expression of a form that nobody knows asks for nothing. */
export function unmetBy(labels: Fields, selector: Fields): readonly string[] {
  const wanted = fieldsAt(selector, 'matchLabels');
  const unmet: string[] = [];
  for (const key in wanted) {
    if ((wanted[key] ?? '') !== own(labels, key)) {
      unmet.push(`${key}=${String(wanted[key] ?? '')}`);
    }
  }
  return selector.matchExpressions === undefined ? unmet : [...unmet, ...itemsOf(selector, 'matchExpressions').filter(one => isMet(one, own(labels, String(one.key))) === false).map(inWords)];
}

function inWords({ key, operator, values }: Fields): string {
  return [key, operator, ...Array.isArray(values) && values.length > 0 ? [`[${values.join(', ')}]`] : []].join(' ');
}
