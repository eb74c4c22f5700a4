import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const headerRules = {
  name: refusal('header-name', 'A header name is malformed.'),
  internal: refusal('header-internal', 'A rule changes a header that only the proxy may change.'),
};

const TOKEN = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/;
const STRICT = /^[-_A-Za-z0-9]+$/;
const PLAIN = /^[-A-Za-z0-9]+$/;
const PSEUDO = [':method', ':scheme', ':authority', ':path', ':status'];

/** Whether the name of a header is a token, as HTTP has it. */
export function isHeaderToken(name: string): boolean {
  return TOKEN.test(name);
}

/** Whether a header is a name of letters, digits, hyphens and underscores. */
export function isStrictHeader(name: string): boolean {
  return STRICT.test(name);
}

/** Whether a header is a name of letters, digits and hyphens, as those of probes. */
export function isProbeHeader(name: string): boolean {
  return PLAIN.test(name);
}

/** Whether a match on a header is one on a claim of a token: `@request.auth.claims.role` or `@request.auth.claims[role]`. */
export function isClaim(name: string): boolean {
  return /^@request\.auth\.claims(?:\..+|\[.+\])$/is.test(name);
}

/** What is said of the name of a header that a match asks for. */
export function* matchedHeader(field: Field, name: string): Judgement {
  if (!isHeaderToken(name) && !PSEUDO.includes(name) && !isClaim(name)) {
    yield broken(headerRules.name, field, malformed(name), 'write the name of a header');
  }
}

/** What is said of the name of a header that a route sets or adds; of requests it may set the host. */
export function* changedHeader(field: Field, name: string, isRequest: boolean): Judgement {
  const isHost = name.toLowerCase() === ':authority' || name.toLowerCase() === 'host';
  if (name === '') {
    yield broken(headerRules.name, field, malformed(name), 'name the header');
  } else if ((isHost || name.startsWith(':')) && !(isRequest && isHost)) {
    yield broken(headerRules.internal, field, `${name} is reserved for the proxy`, isRequest ? 'use rewrite' : 'remove it');
  }
}

function malformed(name: string): string {
  return name === '' ? 'a header has no name' : `"${name}" is not a valid header name`;
}
