import type { Field } from './field';
import { KUBERNETES_GATEWAY } from './gateway-references';
import { MESH_CONFIG_KINDS, rootNamespace } from './mesh-config';
import { isAmbientPod } from './mesh-membership';
import { ObjectSet, perSet } from './object-set';
import { perKey } from './per-key';
import { allPods, podsSelectedIn } from './pods';
import type { Resource } from './resource';
import { Labels, selectorText } from './selectors';
import { WORKLOAD_KINDS } from './workloads';

/** What somebody looks at who asks whether pods are ambient. */
export const AMBIENT_READS: readonly string[] = ['Namespace', KUBERNETES_GATEWAY, ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS];

/** Whether what selects by labels is for ambient pods alone. One that has targets is for waypoints, and one without labels for gateways, too. */
export function isForAmbientPods(set: ObjectSet, { spec, namespace }: Resource, labels: Field): boolean {
  const isForAll = !labels.isFilled;
  if (!hasAmbientPods(set) || spec.at('targetRef').isSet || spec.at('targetRefs').isFilled || namespace === rootNamespace(set)) {
    return false;
  }
  return !(isForAll && namespacesWithGateway(set).has(namespace)) && selectsAmbientAlone(set, namespace, labels.textMap);
}

const hasAmbientPods = perSet(set => allPods(set).some(pod => isAmbientPod(set, pod)));

/** Where the pods of a Gateway run, which the set does not show, and which do know HTTP. */
const namespacesWithGateway = perSet(set => new Set(set.of(KUBERNETES_GATEWAY).map(({ namespace }) => namespace)));

function selectsAmbientAlone(set: ObjectSet, namespace: string, selector: Labels): boolean {
  return ambientOnly(set, `${namespace} ${selectorText(selector)}`, () => {
    const pods = podsSelectedIn(set, namespace, selector);
    return pods.length > 0 && pods.every(pod => isAmbientPod(set, pod));
  });
}

const ambientOnly = perKey<boolean>();
