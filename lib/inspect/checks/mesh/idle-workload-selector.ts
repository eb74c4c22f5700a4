import { MESH_CONFIG_KINDS, rootNamespace } from '../../mesh/mesh-config';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { hasPodsElsewhere, podsSelectedIn, showsPodsOf } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { LabelIndex, selectorText } from '../../mesh/selectors';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const idleWorkloadSelector = meshRule('MESH097', 'warning', ['idle-workload-selector', 'A DestinationRule or EnvoyFilter is for pods that are not there.']);

const DESTINATION_RULE = 'networking.istio.io/DestinationRule';
const WORKLOAD_ENTRY = 'networking.istio.io/WorkloadEntry';
/** Kinds whose controllers make pods, with labels that the input does not show. */
const MAKERS = ['gateway.networking.k8s.io/Gateway', 'flagger.app/Canary', 'networking.istio.io/WorkloadGroup'];

/** Labels that pods get from controllers, the injection and their node, so that no template shows them. */
const GIVEN = /^(?:[\w-]+\.)*istio\.io\/|^(?:(?:topology|statefulset|apps|batch)\.)?kubernetes\.io\/|-hash$/;

/** Selectors of DestinationRules and EnvoyFilters by which they apply nowhere; of those of Sidecars and Telemetries istioctl speaks. */
export const idleWorkloadSelectorCheck = defineCheck({
  rules: [idleWorkloadSelector],
  kinds: [DESTINATION_RULE, 'networking.istio.io/EnvoyFilter'],
  reads: [WORKLOAD_ENTRY, ...MAKERS, ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(resource, { set }) {
    const { namespace } = resource;
    const labels = resource.spec.at('workloadSelector', resource.kind === DESTINATION_RULE ? 'matchLabels' : 'labels');
    if (!labels.isFilled || Object.keys(labels.textMap).some(key => GIVEN.test(key)) || !areKnown(set, resource)) {
      return;
    }
    const wanted = labels.textMap;
    if (podsSelectedIn(set, namespace, wanted).length > 0 || entries(set).selectedBy(wanted).some(entry => entry.namespace === namespace)) {
      return;
    }
    yield showsPodsOf(set, namespace) ? {
      rule: idleWorkloadSelector,
      path: labels.path,
      message: `no pod of namespace ${namespace} has the labels ${selectorText(wanted)}, so that this applies nowhere`,
      repair: 'select by labels that the pods have',
    } : { undecided: idleWorkloadSelector, unknown: `pods of namespace ${namespace}` };
  },
});

/** Whether all pods that an object could mean are those of its namespace, and none of them are made by what the set does not show. */
function areKnown(set: ObjectSet, { namespace }: Resource): boolean {
  return namespace !== rootNamespace(set) && !madeElsewhere(set).has(namespace) && !hasPodsElsewhere(set, namespace);
}

const madeElsewhere = perSet(set => new Set(set.of(...MAKERS).map(({ namespace }) => namespace)));

const entries = perSet(set => new LabelIndex(set.of(WORKLOAD_ENTRY).map(({ spec, namespace }) => ({ namespace, labels: spec.at('labels').textMap }))));
