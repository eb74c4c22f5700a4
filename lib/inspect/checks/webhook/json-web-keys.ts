import { isObject } from '../../is-object';

/** A key as far as it matters here. */
export interface JsonWebKey {
  /** `key order-1`, or `key 2` for one without an id. */
  readonly title: string;
  /** Whether whoever reads it can sign tokens with it. */
  readonly isSecret: boolean;
}

/** What a key of each type has to have. */
const MEMBERS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['RSA', ['n', 'e']],
  ['EC', ['crv', 'x', 'y']],
  ['OKP', ['crv', 'x']],
  ['oct', ['k']],
]);

/** The keys of a JWKS, or of a text that is one key by itself. @throws Error that says why it is neither. */
export function jsonWebKeys(text: string): JsonWebKey[] {
  const value = parsed(text);
  if (!isObject(value)) {
    throw new Error('it is not an object');
  }
  const keys: unknown = Object.hasOwn(value, 'keys') ? value.keys : [value];
  if (!Array.isArray(keys)) {
    throw new Error('keys is not a list');
  }
  return keys.map(keyOf);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error('it is not JSON');
  }
}

function keyOf(key: unknown, place: number): JsonWebKey {
  const { kty, kid, d }: Readonly<Record<string, unknown>> = isObject(key) ? key : {};
  const title = `key ${typeof kid === 'string' ? kid : place + 1}`;
  const members = MEMBERS.get(kty);
  if (members === undefined) {
    throw new Error(`${title} has no kty of ${[...MEMBERS.keys()].join(', ')}`);
  }
  const missing = members.find(member => !isEncoded((key as Readonly<Record<string, unknown>>)[member]));
  if (missing !== undefined) {
    throw new Error(`${title} has no ${missing} in base64`);
  }
  return { title, isSecret: kty === 'oct' || d !== undefined };
}

function isEncoded(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Za-z0-9+/_-]+=*$/.test(value);
}
