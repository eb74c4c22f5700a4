import type { JwtIssuerProps } from '../../jwt-issuer';
import { compareTexts } from '../compare-texts';
import { isToken } from '../routing/tokens';
import type { JwtIssuerIntent } from './caller-intent';

/** @throws when the issuer or something of it is none */
export function jwtIssuerIntent(props: JwtIssuerProps): JwtIssuerIntent {
  const { issuer, audiences = [], claimHeaders = {}, forwardToken: forwards = false, payloadHeader } = props;
  const place = `JwtIssuer.of("${issuer}")`;
  requireNames(props, place);
  return {
    issuer,
    audiences: [...audiences],
    keys: keysOf(props, place),
    places: placesOf(props),
    forwards,
    payloadHeader,
    claimHeaders: Object.entries(claimHeaders).map(([claim, header]) => ({ claim, header })).sort((a, b) => compareTexts(a.header, b.header)),
  };
}

function requireNames(props: JwtIssuerProps, place: string): void {
  const { audiences, claimHeaders = {}, cookies, headers, issuer, parameters, payloadHeader = HEADER } = props;
  if (issuer === '' || /[\s*]/.test(issuer)) {
    throw new Error(`${place}: is not an issuer. Write it as in the claim "iss" of its tokens, such as "https://auth.example.com".`);
  }
  const names = [payloadHeader, ...Object.values(claimHeaders), ...(headers ?? []).map(({ name }) => name), ...cookies ?? []];
  const [odd] = names.filter(name => !isToken(name));
  if (odd !== undefined) {
    throw new Error(`${place}: "${odd}" is not a header or cookie name. Use letters, digits and hyphens.`);
  }
  const [nothing] = Object.entries({ audiences, cookies, headers, parameters }).filter(([, list]) => list?.length === 0);
  if (nothing !== undefined) {
    throw new Error(`${place}: ${nothing[0]} is empty. Name at least one, or leave it out.`);
  }
}

/** Where tokens usually are. */
const HEADER = 'Authorization';

/** Whoever names a place has tokens looked for there alone. */
function placesOf({ headers = [], parameters = [], cookies = [] }: JwtIssuerProps): JwtIssuerIntent['places'] {
  return headers.length + parameters.length + cookies.length === 0
    ? undefined
    : { headers: headers.map(header => ({ ...header })), parameters: [...parameters], cookies: [...cookies] };
}

function keysOf({ issuer, keys, keysUrl }: JwtIssuerProps, place: string): JwtIssuerIntent['keys'] {
  if (keys !== undefined && keysUrl !== undefined) {
    throw new Error(`${place}: has both keys and keysUrl. Set only one of the two.`);
  }
  if (keys !== undefined) {
    return { set: requireKeySet(keys, place) };
  }
  const url = keysUrl ?? issuer;
  if (!/^https?:\/\/[^\s/]/.test(url) || !URL.canParse(url)) {
    throw new Error(`${place}: ${keysUrl === undefined ? 'keys cannot be fetched from such an issuer' : `keys cannot be fetched from "${keysUrl}"`}. Set keysUrl: "https://auth.example.com/.well-known/jwks.json".`);
  }
  return keysUrl === undefined ? undefined : { at: keysUrl };
}

function requireKeySet(text: string, place: string): string {
  const list = keyList(text);
  if (list === undefined || list.length === 0) {
    throw new Error(`${place}: keys is not a JSON Web Key Set. Pass the text of one: '{ "keys": [...] }'.`);
  }
  if (list.some(key => typeof key === 'object' && key !== null && PRIVATE.some(part => part in key))) {
    throw new Error(`${place}: keys contains a private key, which would appear in the output. Pass only the public keys.`);
  }
  return text;
}

/** Of RSA and of elliptic curves, and one that both sides have. */
const PRIVATE = ['d', 'k'] as const;

function keyList(text: string): unknown[] | undefined {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    return Array.isArray(keys) ? keys : undefined;
  } catch {
    return undefined;
  }
}
