import { ObjectSet, perSet } from './object-set';
import { WORKLOAD_KINDS } from './workloads';

/** The namespaces of which a set shows what runs there: those with a Service or a workload. */
export const representedNamespaces = perSet((set): ReadonlySet<string> => new Set(set.of('Service', ...WORKLOAD_KINDS).map(({ namespace }) => namespace)));

/** Whether what a set does not show of a namespace is not there. */
export function isRepresented(set: ObjectSet, namespace: string): boolean {
  return set.settings.complete || (representedNamespaces(set).has(namespace) && !isPartlyRead(set, namespace));
}

/** Whether kustomizations bring more objects of a namespace than are read. */
export function isPartlyRead({ settings: { partlyRead } }: ObjectSet, namespace: string): boolean {
  return partlyRead !== undefined && (partlyRead.has(namespace) || partlyRead.has(''));
}
