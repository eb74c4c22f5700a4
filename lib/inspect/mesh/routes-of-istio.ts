import type { Field } from './field';
import { GATEWAY_CLASS, isOfIstio } from './gateway-classes';
import { KUBERNETES_GATEWAY } from './gateway-references';
import { hasSidecar, isAmbientNamespace, isAmbientPod, isInjected } from './mesh-membership';
import type { ObjectSet } from './object-set';
import { podsSelectedIn } from './pods';
import type { Resource } from './resource';
import { WORKLOAD_KINDS } from './workloads';

/** The kinds that this depends on. */
export const PARENT_KINDS: readonly string[] = [KUBERNETES_GATEWAY, GATEWAY_CLASS, 'Service', 'Namespace', ...WORKLOAD_KINDS];

/**
 * Whether Istio is known to take a route of the Gateway API: it hangs on a Gateway of Istio, on a ServiceEntry, or on a Service of the mesh. A route
 * may hang on the Gateways of others as well.
 */
export function isRouteOfIstio(set: ObjectSet, { spec, namespace }: Resource): boolean {
  return spec.at('parentRefs').items().some(parent => isParentOfIstio(set, parent, namespace));
}

function isParentOfIstio(set: ObjectSet, parent: Field, own: string): boolean {
  const [kind = 'Gateway', name = '', namespace = own] = ['kind', 'name', 'namespace'].map(key => parent.at(key).text);
  switch (kind) {
    case 'Gateway': {
      const gateway = set.find(KUBERNETES_GATEWAY, namespace, name);
      return gateway !== undefined && isOfIstio(set, gateway);
    }
    case 'Service': return isInMesh(set, namespace, name);
    default: return kind === 'ServiceEntry';
  }
}

function isInMesh(set: ObjectSet, namespace: string, name: string): boolean {
  if (isInjected(set, namespace) === true || isAmbientNamespace(set, namespace)) {
    return true;
  }
  const selector = set.find('Service', namespace, name)?.spec.at('selector');
  const pods = selector?.isFilled === true ? podsSelectedIn(set, namespace, selector.textMap) : [];
  return pods.some(pod => hasSidecar(set, pod) === true || isAmbientPod(set, pod));
}
