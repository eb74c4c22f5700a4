import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';
import { indexesByNamespace, Labels } from './selectors';

export const WORKLOAD_ENTRY = 'networking.istio.io/WorkloadEntry';

/** Whether a selector selects something of a namespace that runs on a machine of its own. */
export function selectsEntry(set: ObjectSet, namespace: string, selector: Labels): boolean {
  return (byNamespace(set).get(namespace)?.selectedBy(selector) ?? []).length > 0;
}

const byNamespace = perSet(set => indexesByNamespace(set.of(WORKLOAD_ENTRY).map(labelled)));

function labelled({ spec, namespace }: Resource): { readonly namespace: string; readonly labels: Labels } {
  return { namespace, labels: spec.at('labels').textMap };
}
