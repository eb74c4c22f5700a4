import { ANY_REQUEST, countOf } from './conditions';
import type { Conditions } from './conditions';
import type { GatewayRoute } from './gateway-intent';
import type { RuleIntent } from './intent';
import { narrowerPath } from './narrower-path';

/**
 * What a gateway does with the requests of a route: all that the service does with them, as far as it concerns these. A gateway sees nothing of the
 * rules that hold inside of the mesh, so they are said to it again. What depends on callers inside of the mesh, which these are not, is left out;
 * so is the port of the service, which is another at the gateway.
 */
export function exposedRules({ name, alternatives, rules }: GatewayRoute): RuleIntent[] {
  const exposed = alternatives.length === 0 ? [ANY_REQUEST] : alternatives;
  return rules().flatMap(({ name: rule, alternatives: own, ...action }) => {
    const asked = own.length === 0 ? [ANY_REQUEST] : own;
    const both = exposed.flatMap(place => asked.flatMap(conditions => narrowed(place, conditions) ?? []));
    return both.length === 0 ? [] : [{ name: rule === REST ? name : `${name}-${rule}`, alternatives: both.some(isAny) ? [] : both, ...action }];
  });
}

/** The name of the rule that takes what no other has taken. */
export const REST = 'default';

function narrowed(place: Conditions, { port: _, ...conditions }: Conditions): Conditions | undefined {
  if (conditions.sourceLabels !== undefined || conditions.sourceNamespace !== undefined) {
    return undefined;
  }
  if (place.path === undefined || conditions.path === undefined) {
    return { ...conditions, path: place.path ?? conditions.path };
  }
  const path = narrowerPath(place.path, conditions.path);
  return path && { ...conditions, path };
}

function isAny(conditions: Conditions): boolean {
  return countOf(conditions) === 0;
}
