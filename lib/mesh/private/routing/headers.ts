import { TextMatch, TextMatchKind } from '../../text-match';
import { isToken } from './tokens';

/**
 * The name of a header as the mesh compares it: in lower case.
 *
 * @throws when no header has it, or the mesh compares what it means apart from headers
 */
export function headerName(name: string, call: string): string {
  const lower = name.toLowerCase();
  const verb = APART.get(lower);
  if (verb !== undefined) {
    throw new Error(`${call}("${name}"): the mesh does not compare this as a header. Use ${verb}.`);
  }
  if (!isToken(name)) {
    throw new Error(`${call}("${name}"): this is not a valid header name. Use letters, digits and hyphens, such as "x-canary".`);
  }
  return lower;
}

/** @throws when no header has a value that is like this: what is around a value is cut off before it is compared */
export function checkHeaderValue({ kind, value }: TextMatch, call: string): void {
  if (NEVER_SENT[kind]?.test(value) ?? false) {
    throw new Error(`${call}: ${JSON.stringify(value)} is not a valid header value. Remove surrounding spaces and unprintable characters.`);
  }
}

const NEVER_SENT: Partial<Readonly<Record<TextMatchKind, RegExp>>> = {
  exact: /^[\t ]|[\t ]$|[\0-\x08\x0a-\x1f\x7f]/,
  prefix: /^[\t ]|[\0-\x08\x0a-\x1f\x7f]/,
};

const APART: ReadonlyMap<string, string> = new Map([
  ['host', 'Match.authority'], [':authority', 'Match.authority'], [':method', 'Match.method'], [':path', 'Match.path'],
]);
