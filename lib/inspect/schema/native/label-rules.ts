import { isObject } from '../../is-object';
import { isMet } from '../../label-expression';
import { Findings } from '../check/findings';
import { checkLabels } from '../check/metadata-rules';
import { own } from '../own';
import { labelValue, qualifiedName } from '../syntax/names';
import { addMalformed } from './malformed';
import { Fields, fieldsAt, inField, inItems, itemsOf, NONE, textOf } from './steps';

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

/** Holds a selector against the same rules. */
export function checkSelector(selector: Fields, findings: Findings): void {
  checkLabelsAt(selector, 'matchLabels', findings);
  inItems(selector, 'matchExpressions', findings, checkRequirement);
}

function checkRequirement(requirement: Fields, findings: Findings): void {
  const { operator, values } = requirement;
  if (textOf(operator) !== undefined && own(OF_LABELS, String(operator)) === undefined) {
    findings.add({ kind: 'enum', message: `invalid operator ${JSON.stringify(operator)}`, expected: Object.keys(OF_LABELS).join(', ') }, 'operator');
  }
  checkCount(requirement, findings, OF_LABELS);
  checkKey(requirement, findings);
  (Array.isArray(values) ? values : NONE).forEach((value, place) => {
    addMalformed(findings, { what: 'label value', text: textOf(value), rule: labelValue }, 'values', place);
  });
}

/** Holds an expression that selects nodes against its rules. OpenAPI tells its operators, of which there are more, and its values have any form. */
export function checkNodeRequirement(requirement: Fields, findings: Findings): void {
  checkCount(requirement, findings, OF_NODES);
  checkKey(requirement, findings);
}

function checkKey({ key }: Fields, findings: Findings): void {
  addMalformed(findings, { what: 'label key', text: textOf(key), rule: qualifiedName }, 'key');
}

/** What an operator demands of the values of its expression. */
interface Demand {
  readonly isMet: (count: number) => boolean;
  readonly kind: 'required' | 'mismatch';
  /** what to say of the operator otherwise */
  readonly problem: string;
  readonly expected: string;
}

const SOME: Demand = { isMet: count => count > 0, kind: 'required', problem: 'has no values', expected: 'at least one value' };
const NO: Demand = { isMet: count => count === 0, kind: 'mismatch', problem: 'takes no values', expected: 'no values' };
const ONE: Demand = { isMet: count => count === 1, kind: 'required', problem: 'takes one value', expected: 'exactly one value' };

type Operators = Readonly<Record<string, Demand>>;

const OF_LABELS: Operators = { In: SOME, NotIn: SOME, Exists: NO, DoesNotExist: NO };
const OF_NODES: Operators = { ...OF_LABELS, Gt: ONE, Lt: ONE };

function checkCount({ operator, values }: Fields, findings: Findings, operators: Operators): void {
  const demand = own(operators, String(operator));
  if (demand !== undefined && !demand.isMet(Array.isArray(values) ? values.length : 0)) {
    findings.add({ kind: demand.kind, message: `operator ${String(operator)} ${demand.problem}`, expected: demand.expected }, 'values');
  }
}

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
    if ((wanted[key] ?? '') !== labelAt(labels, key)) {
      unmet.push(`${key}=${String(wanted[key] ?? '')}`);
    }
  }
  return unmet.concat(itemsOf(selector, 'matchExpressions').filter(expression => isUnmet(labels, expression)).map(inWords));
}

function isUnmet(labels: Fields, expression: Fields): boolean {
  const key = textOf(expression.key);
  return key !== undefined && isMet(expression, labelAt(labels, key)) === false;
}

/** A label that is null is an empty text to the API server. */
function labelAt(labels: Fields, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? String(labels[key] ?? '') : undefined;
}

function inWords({ key, operator, values }: Fields): string {
  return [key, operator, ...Array.isArray(values) && values.length > 0 ? [`[${values.join(', ')}]`] : []].join(' ');
}
