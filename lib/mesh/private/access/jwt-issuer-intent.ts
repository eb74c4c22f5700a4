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
    throw new Error(`${place}: is no name of an issuer. Say it as its tokens do, in their claim "iss", such as "https://auth.example.com".`);
  }
  const names = [payloadHeader, ...Object.values(claimHeaders), ...(headers ?? []).map(({ name }) => name), ...cookies ?? []];
  const [odd] = names.filter(name => !isToken(name));
  if (odd !== undefined) {
    throw new Error(`${place}: "${odd}" is no name of a header or a cookie. It has letters, digits and hyphens.`);
  }
  const [nothing] = Object.entries({ audiences, cookies, headers, parameters }).filter(([, list]) => list?.length === 0);
  if (nothing !== undefined) {
    throw new Error(`${place}: ${nothing[0]} names none. Name at least one, or leave it out.`);
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
    throw new Error(`${place}: has keys, and a place where they are asked for. Say one of the two.`);
  }
  if (keys !== undefined) {
    return { set: requireKeySet(keys, place) };
  }
  const url = keysUrl ?? issuer;
  if (!/^https?:\/\/[^\s/]/.test(url) || !URL.canParse(url)) {
    throw new Error(`${place}: ${keysUrl === undefined ? 'no keys can be asked for at such an issuer' : `no keys can be asked for at "${keysUrl}"`}. Say keysUrl: "https://auth.example.com/.well-known/jwks.json".`);
  }
  return keysUrl === undefined ? undefined : { at: keysUrl };
}

function requireKeySet(text: string, place: string): string {
  const list = keyList(text);
  if (list === undefined || list.length === 0) {
    throw new Error(`${place}: keys are no JSON Web Key Set. Say the text of one: '{ "keys": [...] }'.`);
  }
  if (list.some(key => typeof key === 'object' && key !== null && PRIVATE.some(part => part in key))) {
    throw new Error(`${place}: keys hold a private key, which would get into the output. Say the public ones alone.`);
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
