import { Cors } from '../../cors';
import { TextMatch, TextMatchKind } from '../../text-match';
import type { CorsIntent } from '../intent';
import { requireTime } from '../require-time';
import type { Conditions } from './conditions';
import { headerName } from './headers';

/**
 * @param alternatives what the requests are that the policy is for; none: any
 * @throws when no origin is like one that is allowed, every origin would get the cookies of the user, or preflights cannot come to the requests' rule
 */
export function corsIntent(cors: Cors, place: string, alternatives: readonly Conditions[] = []): CorsIntent {
  const { allowOrigins, allowHeaders, allowMethods, exposeHeaders, allowCredentials, ignoreForeignPreflights, maxAge } = cors;
  if (allowOrigins.length === 0) {
    throw new Error(`${place}: allows no origin. Name at least one, such as TextMatch.exact("https://shop.example.com").`);
  }
  allowOrigins.forEach(origin => checkOrigin(origin, place));
  if ((allowCredentials ?? false) && allowOrigins.some(origin => origin._takes('*'))) {
    throw new Error(`${place}: every page of the world could act in the name of a user. Name the origins, or leave allowCredentials out.`);
  }
  requireTime(maxAge, 'seconds', `${place}: maxAge`);
  const [header] = alternatives.flatMap(({ headers }) => Object.keys(headers));
  if (header !== undefined) {
    throw new Error(`${place}: a preflight does not have the header "${header}" of the request that it asks for. Say traffic.cors, which holds wherever it comes to.`);
  }
  const names = (headers?: readonly string[]): string[] | undefined => headers?.map(name => headerName(name, place));
  return {
    origins: allowOrigins, headers: names(allowHeaders), methods: allowMethods, exposed: names(exposeHeaders),
    credentials: allowCredentials, ignoresForeign: ignoreForeignPreflights, maxAge,
  };
}

const HOST = '[a-z][a-z0-9+.-]*://([a-z0-9.-]+|\\[[0-9a-f:.]+\\])';
const ORIGIN = new RegExp(`^(\\*|(?!http://.*:80$|https://.*:443$)${HOST}(:\\d+)?)$`);
const ANY_PORT = new RegExp(`^${HOST}:\\d*$`);

/** An origin has neither a path nor the usual port of its scheme, and one that begins like another may be a stranger's. */
function checkOrigin({ kind, value }: TextMatch, place: string): void {
  if (kind === TextMatchKind.PRESENT) {
    throw new Error(`${place}: origins are compared with something. For every one, say TextMatch.exact("*").`);
  }
  if (kind === TextMatchKind.EXACT && !ORIGIN.test(value)) {
    throw new Error(`${place}: no origin is "${value}". Say scheme and host in lower case, and the port unless it is the usual one: "https://shop.example.com".`);
  }
  if (kind === TextMatchKind.PREFIX && !ANY_PORT.test(value)) {
    throw new Error(`${place}: anybody can have an origin that begins with "${value}". Only the port may be left open, such as "http://localhost:"; otherwise say TextMatch.exact or TextMatch.regex.`);
  }
}
