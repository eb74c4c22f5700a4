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
    throw new Error(`${place}: any website could act on behalf of a user. Name the origins, or leave allowCredentials out.`);
  }
  requireTime(maxAge, 'seconds', `${place}: maxAge`);
  const [header] = alternatives.flatMap(({ headers }) => Object.keys(headers));
  if (header !== undefined) {
    throw new Error(`${place}: a preflight request does not have the header "${header}" of the actual request. Use traffic.cors, which applies to all routes.`);
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
    throw new Error(`${place}: an origin needs a text to compare with. For every origin, use TextMatch.exact("*").`);
  }
  if (kind === TextMatchKind.EXACT && !ORIGIN.test(value)) {
    throw new Error(`${place}: "${value}" is not an origin. Use scheme and host in lowercase, and the port unless it is the default: "https://shop.example.com".`);
  }
  if (kind === TextMatchKind.PREFIX && !ANY_PORT.test(value)) {
    throw new Error(`${place}: anyone can have an origin that begins with "${value}". Only the port may be open, such as "http://localhost:"; otherwise use TextMatch.exact or TextMatch.regex.`);
  }
}
