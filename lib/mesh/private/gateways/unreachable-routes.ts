import type { RuleIntent } from '../intent';
import { saidAlternatives } from '../routing/conditions';
import type { Conditions } from '../routing/conditions';
import { covers } from '../routing/covers';
import { exposedRules } from '../routing/exposed-rules';
import { hasFault } from '../routing/fault-intent';
import { inOrder } from '../routing/route-order';
import type { GatewayRoute } from './gateway-intent';

/** What several routes under one hostname come to. */
export interface RoutesTogether {
  readonly routes: readonly GatewayRoute[];
  /** whether callers inside of the mesh may come there, too */
  readonly isInside?: boolean;
  /** names a route, for errors */
  readonly placeOf: (route: GatewayRoute) => string;
}

/**
 * What is wrong with routes of which a rule never takes a request, since another route that is exposed under the hostname takes all of its requests
 * first. What a route itself leaves to none of its rules is so inside of the mesh, too.
 */
export function unreachableRouteProblems({ routes, isInside, placeOf }: RoutesTogether): string[] {
  const blocks = inOrder(routes).map(({ rule: route }) => ({ route, rules: exposedRules(route, { place: placeOf(route), isInside }) }));
  return blocks.flatMap(({ route, rules }, index) => rules.flatMap(rule => {
    const takers = takersOf(rule, blocks.slice(0, index));
    return takers.length === 0 ? [] : [
      `${placeOf(route)}: the rule "${rule.name}" never takes a request here, since ${takers.map(textOf).join(' and ')} ${takers.length === 1 ? 'comes first and takes' : 'come first and take'} all of its requests. Say it of the service that takes them, expose one of the two under another hostname, or leave it out.`,
    ];
  }));
}

interface Block {
  readonly route: GatewayRoute;
  readonly rules: readonly RuleIntent[];
}

/** The routes that take all of a rule's requests; none if it gets one. */
function takersOf(rule: RuleIntent, earlier: readonly Block[]): GatewayRoute[] {
  const takers = saidAlternatives(rule.alternatives).map(conditions => earlier.find(({ rules }) => rules.some(other => takes(other, conditions))));
  return takers.includes(undefined) ? [] : [...new Set(takers.map(block => block!.route))];
}

/** A fault does not count: it is put before others on purpose, and goes again. */
function takes(rule: RuleIntent, conditions: Conditions): boolean {
  return !hasFault(rule) && saidAlternatives(rule.alternatives).some(wider => covers(wider, conditions));
}

function textOf({ name, host }: GatewayRoute): string {
  return `"${name}"${host === undefined ? '' : ` of ${host}`}`;
}
