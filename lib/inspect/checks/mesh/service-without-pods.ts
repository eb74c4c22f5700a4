import { isOfFlagger } from '../../mesh/flagger-services';
import { serviceHost } from '../../mesh/hosts';
import { clustersOf, ObjectSet } from '../../mesh/object-set';
import { mayHavePodMakers } from '../../mesh/pod-makers';
import { mayHaveOtherPods, podsSelectedIn } from '../../mesh/pods';
import { isGiven } from '../../mesh/runtime-labels';
import { Labels, selectorText } from '../../mesh/selectors';
import { selectsEntry, WORKLOAD_ENTRY } from '../../mesh/workload-entries';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const serviceWithoutPods = meshRule('MESH104', 'warning', ['service-without-pods', 'A Service selects no pod, though the input is everything there is.']);

/** Services behind which nobody is. Where the input is a part of a cluster, their pods may be in another one. */
export const serviceWithoutPodsCheck = defineCheck({
  rules: [serviceWithoutPods],
  kinds: ['Service'],
  fields: ['selector'],
  reads: [...WORKLOAD_KINDS, WORKLOAD_ENTRY],
  * judge({ spec, namespace, name }, { set, schemas }) {
    const selector = spec.at('selector');
    if (!set.settings.complete || !selector.isFilled || spec.at('type').text === 'ExternalName') {
      return;
    }
    const labels = selector.textMap;
    if (Object.keys(labels).some(isGiven) || isOfFlagger(set, serviceHost(set, name, namespace))) {
      return;
    }
    // A Service is one in all clusters of the mesh, with the pods of each.
    if (!clustersOf(set).some(cluster => mayHavePods(cluster, namespace, labels)) && !mayHavePodMakers(set, schemas, namespace)) {
      yield {
        rule: serviceWithoutPods,
        path: selector.path,
        message: `no pod of namespace ${namespace} has the labels ${selectorText(labels)}, so that callers get 503`,
        repair: 'select by labels that the pods have; of pods that somebody else brings say so with --assume',
      };
    }
  },
});

function mayHavePods(set: ObjectSet, namespace: string, labels: Labels): boolean {
  return podsSelectedIn(set, namespace, labels).length > 0 || selectsEntry(set, namespace, labels) || mayHaveOtherPods(set, namespace);
}
