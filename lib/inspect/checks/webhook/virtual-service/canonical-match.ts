import { isObject } from '../../../is-object';
import type { Field } from '../../../mesh/field';

/** A match as a text that is the same for all that mean the same: without its name, what is empty, and the order of its keys. */
export function canonicalMatch({ value }: Field): string {
  return JSON.stringify(canonical(isObject(value) ? { ...value, name: undefined } : value));
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  return isObject(value) ? Object.entries(value).filter(([, one]) => !isEmpty(one)).sort(byKey).map(([key, one]) => [key, canonical(one)]) : value;
}

/** What the protocol buffers of Istio do not tell from nothing; a mapping of a match is one of texts, or asks for any value. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 0 || value === false || (Array.isArray(value) && value.length === 0);
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
