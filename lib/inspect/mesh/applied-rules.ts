import { groupBy } from '../group-by';
import { HostIndex } from './host-index';
import { scopesOf } from './hosts';
import { rootNamespace } from './mesh-config';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';
import { hostOfRule } from './subsets';

/**
 * The DestinationRules that hold for clients of a namespace which call a host: those of their own namespace, else of that of the host, else
 * of the root namespace, as far as clients see them. Within a namespace the rules for the very host hide those for a pattern, and of two
 * patterns the longer one counts.
 */
export function appliedRules(set: ObjectSet, host: string, [client, ofHost]: readonly [client: string, ofHost: string]): readonly Resource[] {
  for (const namespace of new Set([client, ofHost, rootNamespace(set)])) {
    const rules = byNamespace(set).get(namespace)?.covered(host) ?? [];
    const seen = rules.filter(({ scopes }) => namespace === client || scopes.includes('*') || scopes.includes(client));
    if (seen.length === 1) {
      return [seen[0].resource];
    }
    if (seen.length > 0) {
      const narrowest = seen.map(({ rule }) => rule).sort((one, other) => (narrowness(one) < narrowness(other) ? 1 : -1))[0];
      return seen.filter(({ rule }) => rule === narrowest).map(({ resource }) => resource);
    }
  }
  return [];
}

function narrowness(host: string): number {
  return host.startsWith('*') ? host.length : Infinity;
}

const byNamespace = perSet(set => {
  const rules = set.of('networking.istio.io/DestinationRule').map(resource => ({
    resource,
    rule: hostOfRule(set, resource),
    scopes: scopesOf(resource.spec.at('exportTo').texts, resource.namespace),
  }));
  return new Map([...groupBy(rules, ({ resource }) => resource.namespace)].map(([namespace, group]) => (
    [namespace, new HostIndex(group.map(one => [one.rule, one] as const))]
  )));
});
