import type { ObjectSet } from './object-set';
import type { Workload } from './workloads';

export const LINKERD_INJECT = 'linkerd.io/inject';

/** Whether Linkerd gives its proxy to the pods of a workload: as they say themselves, else as their namespace says, where the set shows it. */
export function hasLinkerdProxy(set: ObjectSet, { namespace, annotations }: Workload): boolean {
  const asked = annotations[LINKERD_INJECT] ?? set.find('Namespace', '', namespace)?.annotations[LINKERD_INJECT];
  return asked === 'enabled' || asked === 'ingress';
}
