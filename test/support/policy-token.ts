/** A token, and where it was found. */
export interface PolicyToken {
  /** all that it says, `iss`, `sub` and `aud` among it */
  readonly claims: Readonly<Record<string, unknown>>;
  /** false: the signature or the time is wrong, or it is none at all */
  readonly isValid?: boolean;
  /** `header:x-token`, `query:token` or `cookie:token`; by default `header:authorization`, behind `Bearer` */
  readonly place?: string;
}

/** What is known of a request after its token was looked for. */
export interface ReadToken {
  readonly token?: PolicyToken;
  readonly refusal?: 401 | 403;
}

/** Reads a token by all rules that are about a proxy, whichever objects say them: one that none looks for is none. */
export function tokenAt(bound: readonly any[], token?: PolicyToken): ReadToken {
  const rules: any[] = bound.filter(({ kind }) => kind === 'RequestAuthentication').flatMap(({ spec }) => spec?.jwtRules ?? []);
  const looking = rules.filter(rule => placesOf(rule).includes(token?.place ?? 'header:authorization'));
  if (token === undefined || looking.length === 0) {
    return {};
  }
  const known = looking.filter(({ issuer }) => issuer === token.claims.iss);
  if (known.length === 0 || token.isValid === false) {
    return { refusal: 401 };
  }
  const audiences = claimTexts(token, ['aud']);
  const isMeant = known.some(rule => rule.audiences === undefined || rule.audiences.some((name: string) => audiences.includes(name)));
  return isMeant ? { token } : { refusal: 403 };
}

function placesOf({ fromHeaders = [], fromParams = [], fromCookies = [] }: any): string[] {
  const said = [
    ...fromHeaders.map(({ name }: { readonly name: string }) => `header:${name.toLowerCase()}`),
    ...fromParams.map((name: string) => `query:${name}`),
    ...fromCookies.map((name: string) => `cookie:${name}`),
  ];
  return said.length === 0 ? ['header:authorization', 'query:access_token'] : said;
}

/** The texts that a claim has: a text, or those of a list. Numbers and truth values are none, and `scope` is a list of words. */
export function claimTexts(token: PolicyToken | undefined, path: readonly string[]): string[] {
  const found = path.reduce<unknown>((holder, name) => isRecord(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined, token?.claims);
  const isList = path.length === 1 && ['scope', 'permission'].includes(path[0]);
  const texts = isList && typeof found === 'string' ? found.split(' ') : found;
  return [texts].flat().filter(text => typeof text === 'string');
}

function isRecord(thing: unknown): thing is Record<string, unknown> {
  return typeof thing === 'object' && thing !== null && !Array.isArray(thing);
}
