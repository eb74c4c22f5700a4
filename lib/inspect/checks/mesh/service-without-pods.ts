import { isOfFlagger } from '../../mesh/flagger-services';
import { serviceHost } from '../../mesh/hosts';
import { labelMeant, labelMistyped, NearLabel, repairBy } from '../../mesh/near-labels';
import { clustersOf, ObjectSet } from '../../mesh/object-set';
import { mayHavePodMakers } from '../../mesh/pod-makers';
import { mayHaveOtherPods, podsSelectedIn } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { isGiven } from '../../mesh/runtime-labels';
import { Labels, selectorText } from '../../mesh/selectors';
import { servicesSelecting } from '../../mesh/services';
import { selectsEntry, WORKLOAD_ENTRY } from '../../mesh/workload-entries';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const serviceWithoutPods = meshRule('MESH104', 'warning', ['service-without-pods', 'A Service selects no pods, although the input is complete or contains pods that nearly match.']);

/** Services behind which nobody is. Where the input is a part of a cluster, these may be in another, unless some are nearly meant. */
export const serviceWithoutPodsCheck = defineCheck({
  rules: [serviceWithoutPods],
  kinds: ['Service'],
  fields: ['selector'],
  reads: [...WORKLOAD_KINDS, WORKLOAD_ENTRY],
  * judge(service, { set, schemas }) {
    const { spec, namespace, name } = service;
    const selector = spec.at('selector');
    if (!selector.isFilled || spec.at('type').text === 'ExternalName') {
      return;
    }
    const labels = selector.textMap;
    // A Service is one in all clusters of the mesh, with the pods of each.
    if (clustersOf(set).some(cluster => mayHavePods(cluster, namespace, labels)) || Object.keys(labels).some(isGiven)
      || isOfFlagger(set, serviceHost(set, name, namespace))) {
      return;
    }
    const near = set.settings.complete ? labelMeant(set, labels, namespace) : strayLabel(set, service, labels);
    if ((near !== undefined || set.settings.complete) && !mayHavePodMakers(set, schemas, namespace)) {
      yield {
        rule: serviceWithoutPods,
        path: selector.path,
        message: `no pod of namespace ${namespace} has the labels ${selectorText(labels)}, so callers get 503`,
        repair: repairBy(near, 'select by labels that the pods have, or pass --assume if the pods come from elsewhere'),
      };
    }
  },
});

/**
 * Where the input is a part of a cluster: the label of pods that differs by a letter alone from what is selected. Where another Service selects
 * them, two applications may be called so alike: it is a slip where a letter is missing or too much, and the Service is not called after it.
 */
function strayLabel(set: ObjectSet, { namespace, name }: Resource, labels: Labels): NearLabel | undefined {
  const near = labelMistyped(set, labels, namespace);
  if (near === undefined) {
    return undefined;
  }
  const [written, pods] = [labels[near.key], podsSelectedIn(set, namespace, { ...labels, [near.key]: near.value })];
  const isSelected = pods.some(pod => servicesSelecting(set, namespace, pod.labels).length > 0);
  return isSelected && (written.length === near.value.length || name.includes(written)) ? undefined : near;
}

function mayHavePods(set: ObjectSet, namespace: string, labels: Labels): boolean {
  return podsSelectedIn(set, namespace, labels).length > 0 || selectsEntry(set, namespace, labels) || mayHaveOtherPods(set, namespace);
}
