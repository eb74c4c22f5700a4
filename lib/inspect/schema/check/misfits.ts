import { isObject } from '../../is-object';
import { nearest } from '../../nearest';
import { SchemaNode } from '../node';
import { ObjectPath } from '../violation';
import { Findings } from './findings';
import { recast, typeNameOf } from './recast';
import { didYouMean, inOtherCase, nameOf, oneOf, shown, TYPE_NAMES } from './wording';

/** Says that the value at hand has another type than its node, one of `nodes`, and how it would have to be written. */
export function addWrongType(findings: Findings, value: unknown, node: SchemaNode, nodes: readonly SchemaNode[]): void {
  const type = typeNameOf(node);
  const message = `${nameOf(findings.path)} must be ${type}, not ${shown(value)}`;
  findings.add({ kind: 'type', message, expected: type, repair: labelsRepair(findings.path, value, node) ?? recast(value, node, nodes) });
}

/** Some selectors hold labels, others hold them one level deeper. */
function labelsRepair(path: ObjectPath, value: unknown, { t = 's' }: SchemaNode): string | undefined {
  const [selector, key] = path.slice(-2);
  return t === 's' && isObject(value) && isSelector(selector) && (key === 'matchLabels' || key === 'labels') ? `write the labels directly under ${selector}` : undefined;
}

/** Whether a field is one that selects by labels, as far as its name tells. */
export function isSelector(step: string | number | undefined): boolean {
  return /selector$/i.test(String(step));
}

/** Says that the object at hand lacks a field, of these values or of this type where that is known. */
export function addMissing(findings: Findings, key: string, { t, e }: Pick<SchemaNode, 't' | 'e'> = {}): void {
  const type = t === undefined ? undefined : TYPE_NAMES[t];
  findings.add({ kind: 'required', message: `${key} is missing`, expected: e === undefined ? type : oneOf(e) }, key);
}

/** Says that a field of the object at hand, a list or a string, is empty, which is as good as missing. */
export function addEmpty(findings: Findings, key: string, value: readonly unknown[] | string): void {
  const expected = `at least one ${typeof value === 'string' ? 'character' : 'item'}`;
  findings.add({ kind: 'required', message: `${key} is empty`, expected }, key);
}

/** Says that the value at hand is none of those that its field can have. */
export function addNotInEnum(findings: Findings, value: unknown, values: readonly unknown[]): void {
  const texts = values.filter(allowed => typeof allowed === 'string');
  const [near, meant] = typeof value === 'string' ? [nearest(value, texts), inOtherCase(value, texts)] : [[]];
  findings.add({ kind: 'enum', message: `invalid ${nameOf(findings.path)} ${shown(value)}`, expected: oneOf(values), repair: didYouMean(near), meant });
}
