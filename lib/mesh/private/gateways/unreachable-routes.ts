import { PathMatchKind } from '../../path-match';
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
  const earlier = new EarlierBlocks();
  return inOrder(routes).flatMap(({ rule: route }) => {
    const rules = exposedRules(route, { place: placeOf(route), isInside });
    const problems = rules.flatMap(rule => {
      const takers = takersOf(rule, earlier);
      return takers.length === 0 ? [] : [
        `${placeOf(route)}: the rule "${rule.name}" never matches a request here, because ${takers.map(textOf).join(' and ')} ${takers.length === 1 ? 'comes first and matches' : 'come first and match'} all of its requests. Set it on the service that gets them, expose one of the two under another hostname, or leave it out.`,
      ];
    });
    earlier.add({ route, rules });
    return problems;
  });
}

interface Block {
  readonly route: GatewayRoute;
  readonly rules: readonly RuleIntent[];
}

/** The routes that come first, found by what they have to be exposed under to take something. There may be hundreds under one hostname. */
class EarlierBlocks {
  private readonly all: Block[] = [];
  private readonly blocks = new Map<string, Block[]>();

  public add(block: Block): void {
    this.all.push(block);
    for (const key of new Set(saidAlternatives(block.route.alternatives).map(conditions => startOf(conditions)))) {
      this.blocks.set(key, [...this.blocks.get(key) ?? [], block]);
    }
  }

  /** The one that takes all of these requests. What takes every path that begins in some way is exposed under the same, or a shorter beginning. */
  public takerOf(conditions: Conditions): Block | undefined {
    const candidates = conditions.path?.kind === PathMatchKind.REGEX ? this.all : this.exposedBefore(startOf(conditions));
    return candidates.find(({ rules }) => rules.some(other => takes(other, conditions)));
  }

  private exposedBefore(start: string): Block[] {
    return Array.from({ length: start.length + 1 }, (_, length) => this.blocks.get(start.slice(0, length)) ?? []).flat();
  }
}

/** What all paths begin with that are taken, as far as it is known. */
function startOf({ path }: Conditions): string {
  return path === undefined || path._takesEvery || path.kind === PathMatchKind.REGEX ? '' : path.path;
}

/** The routes that take all of a rule's requests; none if it gets one. */
function takersOf(rule: RuleIntent, earlier: EarlierBlocks): GatewayRoute[] {
  const takers = saidAlternatives(rule.alternatives).map(conditions => earlier.takerOf(conditions));
  return takers.includes(undefined) ? [] : [...new Set(takers.map(block => block!.route))];
}

/** A fault does not count: it is put before others on purpose, and goes again. */
function takes(rule: RuleIntent, conditions: Conditions): boolean {
  return !hasFault(rule) && saidAlternatives(rule.alternatives).some(wider => covers(wider, conditions));
}

function textOf({ name, host }: GatewayRoute): string {
  return `"${name}"${host === undefined ? '' : ` of ${host}`}`;
}
