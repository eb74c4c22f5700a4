import type { Edit, Fix } from '../fix/fix';
import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import type { Rule } from './rule';

/**
 * The edits that a check of somebody else yields with a problem.
 *
 * @throws when they are none: an edit that nobody can read is not left out without a word.
 */
export function ownFix(fix: unknown, { code }: Rule): Fix {
  if (!Array.isArray(fix) || fix.length === 0 || !fix.every(isEdit)) {
    throw new Error(`judge yields a problem of ${code} with an invalid fix: write a list of edits, such as [{ kind: 'set', path: field.path, to: 'text' }]`);
  }
  return fix;
}

/** Whether a value is the path of a field. */
export function isPath(value: unknown): value is ObjectPath {
  return Array.isArray(value) && value.every(step => typeof step === 'string' || typeof step === 'number');
}

function isEdit(value: unknown): value is Edit {
  return isObject(value) && isPath(value.path) && typeof value.kind === 'string' && Object.hasOwn(REST, value.kind) && REST[value.kind as Edit['kind']](value);
}

/** What an edit of each kind has beside its path. */
const REST: Readonly<Record<Edit['kind'], (edit: Readonly<Record<string, unknown>>) => boolean>> = {
  rename: ({ to }) => typeof to === 'string',
  set: ({ to }) => typeof to === 'string',
  wrap: ({ key }) => typeof key === 'string',
  move: ({ into }) => isPath(into),
};
