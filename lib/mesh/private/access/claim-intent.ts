import type { ClaimIntent } from './caller-intent';

/**
 * A claim, and what it may be.
 *
 * @throws when the name is none, or a value would stand for others
 */
export function claimIntent(name: string, values: readonly string[]): ClaimIntent {
  const place = `Caller, withClaim("${name}")`;
  // The mesh writes each name in brackets; it has no way to write one with a bracket in it.
  const path = /^https?:\/\//.test(name) ? [name] : name.split('.');
  if (path.some(step => step === '' || /[[\]]/.test(step))) {
    throw new Error(`${place}: is not a claim name. Write the path to it, separated by dots, such as "realm_access.roles".`);
  }
  if (values.length === 0) {
    throw new Error(`${place}: has no values. Name at least one.`);
  }
  const [odd] = values.filter(value => value === '' || value.startsWith('*') || value.endsWith('*'));
  if (odd !== undefined) {
    throw new Error(`${place}: "${odd}" ${odd === '' ? 'is not a value' : 'is a wildcard'}. Use the values themselves.`);
  }
  return { path, values: [...new Set(values)].sort() };
}
