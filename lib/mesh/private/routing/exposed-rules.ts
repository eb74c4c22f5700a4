import type { GatewayRoute } from '../gateways/gateway-intent';
import type { RuleIntent } from '../intent';
import { countOf, saidAlternatives } from './conditions';
import type { Conditions } from './conditions';
import { areComparable, narrowerPath } from './narrower-path';
import { pathText } from './path-text';

/** Where the rules of a service are said again. */
export interface ExposedPlace {
  /** the construct, for errors */
  readonly place: string;
  /** whether callers inside of the mesh may come there, too */
  readonly isInside?: boolean;
}

/**
 * What a gateway does with the requests of a route: all that the service does with them, as far as it concerns these. A gateway sees nothing of the
 * rules that hold inside of the mesh, so they are said to it again. What depends on callers inside of the mesh, which these are not, is left out;
 * so is the port of the service, which is another at the gateway.
 *
 * @throws when nobody can tell which paths are exposed and are those of a rule
 */
export function exposedRules(route: GatewayRoute, { place, isInside = false }: ExposedPlace): RuleIntent[] {
  const { name } = route;
  const rules = route.rules();
  const [problem] = problemsOf(rules, route, place);
  if (problem !== undefined) {
    throw new Error(problem);
  }
  return rules.flatMap(({ name: rule, alternatives: own, ...action }) => {
    const asked = saidAlternatives(own).filter(conditions => isInside || !asksForSource(conditions));
    const both = saidAlternatives(route.alternatives).flatMap(exposed => asked.flatMap(conditions => narrowed(exposed, conditions) ?? []));
    return both.length === 0 ? [] : [{ name: rule === REST ? name : `${name}-${rule}`, alternatives: both.some(isAny) ? [] : both, ...action }];
  });
}

/** The rules of which nobody can tell what is left of them under the paths that are exposed. */
export function pathProblems(route: GatewayRoute, place: string): string[] {
  return problemsOf(route.rules(), route, place);
}

function problemsOf(rules: readonly RuleIntent[], { alternatives }: GatewayRoute, place: string): string[] {
  return rules.flatMap(({ name, alternatives: own }) => {
    const paths = own.flatMap(({ path }) => path ?? []);
    const pairs = alternatives.flatMap(({ path }) => path === undefined ? [] : paths.map(other => ({ exposed: path, other })));
    return pairs.filter(({ exposed, other }) => !areComparable(exposed, other)).slice(0, 1).map(({ exposed, other }) => (
      `${place}: exposes ${pathText(exposed)}, and it is unclear which of these paths the route "${name}" matches with ${pathText(other)}. Write one of them without a regular expression.`
    ));
  });
}

/** The name of the rule that takes what no other has taken. */
export const REST = 'default';

function asksForSource({ sourceLabels, sourceNamespace }: Conditions): boolean {
  return sourceLabels !== undefined || sourceNamespace !== undefined;
}

function narrowed(exposed: Conditions, { port: _, ...conditions }: Conditions): Conditions | undefined {
  if (exposed.path === undefined || conditions.path === undefined) {
    return { ...conditions, path: exposed.path ?? conditions.path };
  }
  const path = narrowerPath(exposed.path, conditions.path);
  return path && { ...conditions, path };
}

function isAny(conditions: Conditions): boolean {
  return countOf(conditions) === 0;
}
