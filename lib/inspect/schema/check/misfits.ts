import { nearest } from '../../nearest';
import { TypeCode } from '../node';
import { Findings } from './findings';
import { didYouMean, nameOf, oneOf, shown, TYPE_NAMES } from './wording';

/** Says that the value at hand has another type than its field. */
export function addWrongType(findings: Findings, value: unknown, code: TypeCode): void {
  const type = TYPE_NAMES[code];
  findings.add({ kind: 'type', message: `${nameOf(findings.path)} must be ${type}, not ${shown(value)}`, expected: type });
}

/** Says that the object at hand lacks a field, of this type where that is known. */
export function addMissing(findings: Findings, key: string, code: TypeCode | undefined): void {
  findings.add({ kind: 'required', message: `${key} is missing`, expected: code === undefined ? undefined : TYPE_NAMES[code] }, key);
}

/** Says that the value at hand is none of those that its field can have. */
export function addNotInEnum(findings: Findings, value: unknown, values: readonly unknown[]): void {
  const near = typeof value === 'string' ? nearest(value, values.filter(allowed => typeof allowed === 'string')) : [];
  findings.add({ kind: 'enum', message: `${nameOf(findings.path)} is ${shown(value)}`, expected: oneOf(values), repair: didYouMean(near) });
}
