import type { Field } from '../../mesh/field';
import { PEER_AUTHENTICATION } from '../../mesh/istio-kinds';
import { MESH_CONFIG_KINDS, rootNamespace } from '../../mesh/mesh-config';
import { labelMeant, repairBy } from '../../mesh/near-labels';
import type { ObjectSet } from '../../mesh/object-set';
import { hasPodMakers, POD_MAKERS } from '../../mesh/pod-makers';
import { mayHaveOtherPods, podsSelectedIn, showsPodsOf } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { isGiven } from '../../mesh/runtime-labels';
import { selectorText } from '../../mesh/selectors';
import { selectsEntry, WORKLOAD_ENTRY } from '../../mesh/workload-entries';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const idleWorkloadSelector = meshRule('MESH097', 'warning', ['idle-workload-selector', 'A selector matches no pods, or the settings do not reach them, so they have no effect.']);

/** Where kinds say which pods they are for. */
const SELECTORS: Readonly<Record<string, readonly string[]>> = {
  'networking.istio.io/DestinationRule': ['workloadSelector', 'matchLabels'],
  'networking.istio.io/EnvoyFilter': ['workloadSelector', 'labels'],
  'networking.istio.io/ServiceEntry': ['workloadSelector', 'labels'],
  'networking.istio.io/ProxyConfig': ['selector', 'matchLabels'],
  [PEER_AUTHENTICATION]: ['selector', 'matchLabels'],
  'security.istio.io/RequestAuthentication': ['selector', 'matchLabels'],
  'extensions.istio.io/WasmPlugin': ['selector', 'matchLabels'],
};

/** Selectors by which something applies nowhere; of those of Sidecars, Telemetries and AuthorizationPolicies istioctl speaks. */
export const idleWorkloadSelectorCheck = defineCheck({
  rules: [idleWorkloadSelector],
  kinds: Object.keys(SELECTORS),
  fields: ['workloadSelector', 'selector'],
  reads: [WORKLOAD_ENTRY, ...POD_MAKERS, ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(resource, { set }) {
    const { namespace } = resource;
    const labels = resource.spec.at(...SELECTORS[resource.kind]);
    if (labels.isFilled && resource.kind === PEER_AUTHENTICATION && namespace === rootNamespace(set)) {
      yield unheard(resource, labels);
    }
    if (!labels.isFilled || Object.keys(labels.textMap).some(isGiven) || !areKnown(set, resource)) {
      return;
    }
    const wanted = labels.textMap;
    if (podsSelectedIn(set, namespace, wanted).length > 0 || selectsEntry(set, namespace, wanted)) {
      return;
    }
    yield showsPodsOf(set, namespace) ? {
      rule: idleWorkloadSelector,
      path: labels.path,
      message: `no pod of namespace ${namespace} has the labels ${selectorText(wanted)}, so this has no effect`,
      repair: repairBy(labelMeant(set, wanted, namespace), 'select by labels that the pods have'),
    } : { undecided: idleWorkloadSelector, unknown: `pods of namespace ${namespace}` };
  },
});

/** In the root namespace istiod heeds PeerAuthentications for the whole mesh alone; most kinds select pods of all namespaces from there. */
function unheard({ namespace, spec }: Resource, labels: Field): Problem {
  const mode = spec.at('mtls', 'mode').text;
  return {
    rule: idleWorkloadSelector,
    path: labels.path,
    message: `${namespace} is the root namespace, where istiod ignores a PeerAuthentication with a selector: ${mode === undefined ? 'it' : `its ${mode}`} has no effect`,
    repair: 'move it to the namespace of the pods, or remove the selector if it is meant for the whole mesh',
  };
}

/** Whether all pods that an object could mean are those of its namespace, and none of them are made by what the set does not show. */
function areKnown(set: ObjectSet, { namespace }: Resource): boolean {
  return namespace !== rootNamespace(set) && !hasPodMakers(set, namespace) && !mayHaveOtherPods(set, namespace);
}
