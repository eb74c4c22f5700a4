import { groupBy } from '../group-by';
import type { Field } from './field';
import { ObjectSet, perSet } from './object-set';
import { Resource } from './resource';
import { indexesByNamespace, Labels } from './selectors';

/** Something that runs containers: a controller with a template of pods, or a pod by itself. */
export interface Workload {
  readonly resource: Resource;
  readonly namespace: string;
  /** What its pods are made of: `metadata` and `spec` of a pod. */
  readonly pod: Field;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** The account under which its pods run. */
  readonly serviceAccount: string;
}

/** The kinds that run containers, with the place of what their pods are made of. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'Pod': [],
  'apps/Deployment': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
  'argoproj.io/Rollout': ['spec', 'template'],
};

export const WORKLOAD_KINDS: readonly string[] = Object.keys(PLACES);

/** A workload as checks read it; the same for the same object. */
export const workloadOf = Resource.oncePer((resource: Resource): Workload => {
  const pod = resource.root.at(...PLACES[resource.kind]);
  return {
    resource,
    namespace: resource.namespace,
    pod,
    labels: pod.at('metadata', 'labels').textMap,
    annotations: pod.at('metadata', 'annotations').textMap,
    serviceAccount: pod.at('spec', 'serviceAccountName').text ?? 'default',
  };
});

/** All workloads of a set, in the order of the input. */
export const allWorkloads = perSet((set): readonly Workload[] => set.of(...WORKLOAD_KINDS).map(workloadOf));

const byNamespace = perSet(set => groupBy(allWorkloads(set), ({ namespace }) => namespace));

const byLabel = perSet(set => indexesByNamespace(allWorkloads(set)));

/** The workloads of a namespace. */
export function workloadsIn(set: ObjectSet, namespace: string): readonly Workload[] {
  return byNamespace(set).get(namespace) ?? [];
}

/** The workloads of a namespace with all labels of a selector. */
export function workloadsSelected(set: ObjectSet, namespace: string, selector: Labels): readonly Workload[] {
  return byLabel(set).get(namespace)?.selectedBy(selector) ?? [];
}
