import { HttpMethod } from '../../http-method';
import { PathMatch } from '../../path-match';
import type { RedirectIntent, RuleIntent } from '../intent';
import { saidAlternatives } from './conditions';
import type { Conditions } from './conditions';
import { covers } from './covers';
import { hasFault } from './fault-intent';

/** Where redirects are met. */
export interface RedirectedPlace {
  /** the name by which clients come there */
  readonly host: string;
  /** undefined: not known, so that a redirect to any port leads elsewhere */
  readonly port?: number;
  /** undefined: not known, so that a redirect to any scheme leads elsewhere */
  readonly scheme?: string;
}

/** Redirects, in the order in which rules are tried, that answer their own clients again: these go in a circle. */
export function circularRedirects(rules: readonly RuleIntent[], place: RedirectedPlace): Array<RuleIntent & { readonly redirect: RedirectIntent }> {
  return rules.flatMap((rule, index) => {
    if (!('redirect' in rule) || hasFault(rule) || !staysHere(rule.redirect, place)) {
      return [];
    }
    const earlier = rules.slice(0, index).filter(other => !hasFault(other));
    const comeBack = saidAlternatives(rule.alternatives).some(conditions => {
      const next = nextRequest(conditions, rule.redirect);
      return next !== undefined && !earlier.some(other => saidAlternatives(other.alternatives).some(wider => covers(wider, next)));
    });
    return comeBack ? [rule] : [];
  });
}

/** What is wrong with such a redirect. */
export function circleText({ path, host, scheme }: RedirectIntent): string {
  if (path === undefined && host === undefined) {
    return `redirects to ${scheme?.toUpperCase()}, which its requests already use, so clients would be redirected in a loop. Leave it out, or use another path or host.`;
  }
  const target = [host, path].filter(part => part !== undefined).join('');
  return `redirects to "${target}", which it matches itself, so clients would be redirected in a loop. Use another path or host, or narrow the match.`;
}

/** With another host, clients call the usual port of the scheme. */
function staysHere({ host, port, scheme }: RedirectIntent, place: RedirectedPlace): boolean {
  const called = port ?? (host === undefined || place.port === undefined ? place.port : usualPort(place));
  return [undefined, place.host].includes(host) && [undefined, place.scheme].includes(scheme) && (called === place.port);
}

function usualPort({ scheme }: RedirectedPlace): number {
  return scheme === 'https' ? 443 : 80;
}

/** What clients send next that the rule takes again; undefined: nothing. */
function nextRequest(conditions: Conditions, { host, path, status }: RedirectIntent): Conditions | undefined {
  const { authority, method, path: taken } = conditions;
  const isOtherHost = host !== undefined && authority?._takes(host) === false;
  const isOtherPath = path !== undefined && taken?._takes(path) === false;
  const isOther = isOtherHost || isOtherPath || becomesGet(status, method);
  return isOther ? undefined : { ...conditions, path: path === undefined ? taken : PathMatch.exact(path) };
}

function becomesGet(status: number, method?: HttpMethod): boolean {
  return method !== undefined && BECOMES_GET[status]?.(method) === true;
}

const isPost = (method: HttpMethod): boolean => method === HttpMethod.POST;

/** Of which methods clients make a GET. */
const BECOMES_GET: Readonly<Record<number, (method: HttpMethod) => boolean>> = {
  301: isPost,
  302: isPost,
  303: method => method !== HttpMethod.GET && method !== HttpMethod.HEAD,
};
