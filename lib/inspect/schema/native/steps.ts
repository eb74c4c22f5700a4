import { isObject } from '../../is-object';
import { Findings } from '../check/findings';

/** An object as it is written. */
export type Fields = Readonly<Record<string, unknown>>;

/** Holds an object against rules. The path of the findings ends at the object. */
export type FieldsRule = (fields: Fields, findings: Findings) => void;

/** Holds the object at a field against rules, if one is there. */
export function inField(fields: Fields, key: string, findings: Findings, rule: FieldsRule): void {
  const value = fields[key];
  if (isObject(value)) {
    findings.path.push(key);
    rule(value, findings);
    findings.path.pop();
  }
}

/** Holds each object of the list at a field against rules, if one is there. */
export function inItems(fields: Fields, key: string, findings: Findings, rule: FieldsRule): void {
  const list = fields[key];
  if (Array.isArray(list) && list.length > 0) {
    findings.path.push(key, 0);
    for (let place = 0; place < list.length; place += 1) {
      findings.path[findings.path.length - 1] = place;
      rule(isObject(list[place]) ? list[place] : NO_FIELDS, findings);
    }
    findings.path.length -= 2;
  }
}

/** The objects of the list at a field. What is none counts as one that is empty, as null does to the API server. */
export function itemsOf(fields: Fields, key: string): readonly Fields[] {
  const list = fields[key];
  return Array.isArray(list) ? list.map(item => (isObject(item) ? item : NO_FIELDS)) : [];
}

/** The object at a field, or an empty one. */
export function fieldsAt(fields: Fields, key: string): Fields {
  const value = fields[key];
  return isObject(value) ? value : NO_FIELDS;
}

/** The way to a value, as far as there is one: its last step may be missing, and those before are there. */
export function wayTo(fields: Fields, ...steps: readonly string[]): readonly string[] {
  const [first, ...rest] = steps;
  const value = fields[first];
  return rest.length > 0 && isObject(value) ? [first, ...wayTo(value, ...rest)] : [first];
}

/** Whether a field is written, be it empty; null is as good as nothing. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Whether a field holds something; null does not, and to Go an empty text is none. */
export function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** A text that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A list with nothing in it. */
export const NONE: readonly never[] = [];

const NO_FIELDS: Fields = {};
