import { groupBy } from '../group-by';
import { fullHost, isCovered, scopesOf } from './hosts';
import { rootNamespace } from './mesh-config';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';

/**
 * The DestinationRules that hold for clients of a namespace which call a host: those of their own namespace, else of that of the host, else
 * of the root namespace, as far as clients see them. Within a namespace the rules for the very host hide those for a pattern, and of two
 * patterns the longer one counts.
 */
export function appliedRules(set: ObjectSet, host: string, [client, ofHost]: readonly [client: string, ofHost: string]): readonly Resource[] {
  for (const namespace of new Set([client, ofHost, rootNamespace(set)])) {
    const seen = (byNamespace(set).get(namespace) ?? []).filter(({ rule, scopes }) => (
      isCovered(host, rule) && (namespace === client || scopes.includes('*') || scopes.includes(client))
    ));
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

const byNamespace = perSet(set => groupBy(set.of('networking.istio.io/DestinationRule').map(resource => ({
  resource,
  rule: fullHost(set, resource.spec.at('host').text ?? '', resource.namespace),
  scopes: scopesOf(resource.spec.at('exportTo').texts, resource.namespace),
})), ({ resource }) => resource.namespace));
