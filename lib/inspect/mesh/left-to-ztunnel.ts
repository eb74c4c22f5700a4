import { isGatewayPod } from './gateway-pods';
import { ISTIO_GATEWAY } from './gateway-references';
import { scopesOf } from './hosts';
import { hasSidecar, isAmbientNamespace, isInjected } from './mesh-membership';
import { ObjectSet, perSet } from './object-set';
import { allPods } from './pods';
import type { Resource } from './resource';
import { waypointUsageOf } from './waypoint-usage';
import { WORKLOAD_KINDS } from './workloads';

/** The kinds that this depends on, beside those that provide hosts. */
export const ZTUNNEL_KINDS: readonly string[] = ['Namespace', ISTIO_GATEWAY, ...WORKLOAD_KINDS];

/**
 * Whether ztunnel alone carries what is sent to hosts, so that nobody reads the protocols of their ports, nor routes and DestinationRules for them:
 * what says these is in a namespace in ambient mode, no host is known to use a waypoint, and no sidecar is shown among those who see it.
 */
export function isLeftToZtunnel(set: ObjectSet, { spec, namespace }: Resource, providers: readonly Resource[]): boolean {
  if (!isAmbientNamespace(set, namespace) || providers.some(provider => waypointUsageOf(set, provider) === 'some')) {
    return false;
  }
  const seeing = scopesOf(spec.at('exportTo').texts, namespace);
  const withSidecars = namespacesWithSidecars(set);
  return seeing.includes('*') ? withSidecars.size === 0 : !seeing.some(one => withSidecars.has(one));
}

const namespacesWithSidecars = perSet((set): ReadonlySet<string> => new Set([
  ...set.of('Namespace').map(({ name }) => name).filter(name => isInjected(set, name) === true),
  ...allPods(set).filter(pod => hasSidecar(set, pod) === true && !isGatewayPod(set, pod)).map(({ namespace }) => namespace),
]));
