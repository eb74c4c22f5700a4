import { Match } from '../../mesh/match';
import { PathMatchKind } from '../../mesh/path-match';
import type { Conditions } from '../../mesh/private/routing/conditions';
import { countOf } from '../../mesh/private/routing/conditions';
import { overlap } from '../../mesh/private/routing/overlap';
import { RequestRate } from '../request-rate';
import type { RestrictionIntent } from './rate-limit-intent';
import { perSecond, RequestRateIntent, requestRateIntent } from './request-rate-intent';

/** What was said of some requests. */
export interface SaidRestriction {
  readonly name: string;
  readonly requests: Match;
  readonly said: RequestRate;
  /** the rate that holds for all requests, these included */
  readonly all: RequestRateIntent;
}

/**
 * A rate that holds for some requests.
 *
 * @throws when proxies cannot tell the requests from others, count one of them twice, or let no fewer of them through
 */
export function restrictionIntent({ name, requests, said, all }: SaidRestriction, place: string): RestrictionIntent {
  const { _alternatives: alternatives } = requests;
  alternatives.forEach(conditions => requireTold(conditions, place));
  requireApart(alternatives, place);
  const rate = requestRateIntent(said, place);
  requireFewer(rate, all, place);
  return { name, alternatives, rate };
}

/** What the filter cannot ask for: it sees requests before they have a route, and a path with the query behind it. */
const UNTOLD = ['authority', 'port', 'query', 'sourceLabels', 'sourceNamespace', 'withoutHeaders'] as const;

function requireTold(conditions: Conditions, place: string): void {
  const untold = UNTOLD.find(name => Object.keys(conditions[name] ?? {}).length > 0 || typeof conditions[name] === 'number');
  if (untold !== undefined) {
    throw new Error(`${place}: a rate limit cannot match requests by ${untold}. Use Match.path, Match.method, Match.header or Match.headerMatching.`);
  }
  if (conditions.path?.kind === PathMatchKind.REGEX) {
    throw new Error(`${place}: a rate limit sees paths with the query, which a regular expression would match, too. Use PathMatch.exact, PathMatch.below or PathMatch.prefix.`);
  }
  if (countOf(conditions) === 0) {
    throw new Error(`${place}: matches every request, which the limit of all already covers. Set it there, or name a path, a method or a header.`);
  }
}

/** A request that two alternatives take would be counted twice. */
function requireApart(alternatives: readonly Conditions[], place: string): void {
  if (alternatives.some((one, index) => alternatives.slice(index + 1).some(other => overlap(one, other)))) {
    throw new Error(`${place}: some requests match two alternatives, and would be counted twice. Restrict each of them separately.`);
  }
}

function requireFewer(rate: RequestRateIntent, all: RequestRateIntent, place: string): void {
  if (perSecond(rate) >= perSecond(all) && rate.burst >= all.burst) {
    throw new Error(`${place}: allows as many requests as the limit of all, or more, so it has no effect. Allow fewer here, or more in the limit of all.`);
  }
  if (rate.interval.toMilliseconds() % all.interval.toMilliseconds() !== 0) {
    throw new Error(`${place}: its interval, ${rate.interval.toMilliseconds()} milliseconds, is not a multiple of that of all requests, ${all.interval.toMilliseconds()}, which proxies may reject. Use the same, or a multiple.`);
  }
}
