import { groupBy } from '../../group-by';
import { listed, many, NAMES_SHOWN } from '../../listed';
import type { Field } from '../../mesh/field';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { podsSelectedIn, RunningPod } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';

/** Objects of one kind with a selector, which pods should have only one of. */
export interface RivalKind {
  readonly kind: string;
  /** The labels that an object selects by, in its own namespace; nothing where it has no selector. */
  readonly labelsOf: (resource: Resource) => Field;
  /** Whether a pod takes part at all. */
  readonly takesPart: (set: ObjectSet, pod: RunningPod) => boolean;
}

/**
 * What tells that an object shares pods with others of its kind, as `the Sidecars a, b select shop/pay`: a text for each pod, or one for all
 * where there are many. Objects with the same selector share the answer.
 */
export function podRivals({ kind, labelsOf, takesPart }: RivalKind, what: string): (set: ObjectSet, resource: Resource) => readonly string[] {
  const groups = perSet(set => groupBy(set.of(kind).filter(resource => labelsOf(resource).isFilled), keyOf));
  const groupsOfPod = perSet(set => {
    const found = new Map<RunningPod, Array<readonly Resource[]>>();
    for (const group of groups(set).values()) {
      for (const pod of podsOf(set, group[0])) {
        const others = found.get(pod) ?? [];
        others.push(group);
        found.set(pod, others);
      }
    }
    return found;
  });
  const texts = perKey<readonly string[]>();

  function keyOf(resource: Resource): string {
    return `${resource.namespace} ${selectorText(labelsOf(resource).textMap)}`;
  }

  function podsOf(set: ObjectSet, resource: Resource): RunningPod[] {
    return podsSelectedIn(set, resource.namespace, labelsOf(resource).textMap).filter(pod => takesPart(set, pod));
  }

  function textsOf(set: ObjectSet, resource: Resource): readonly string[] {
    const shared = podsOf(set, resource).filter(pod => {
      const selecting = groupsOfPod(set).get(pod)!;
      return selecting.length > 1 || selecting[0].length > 1;
    });
    const all = shared.slice(0, shared.length > NAMES_SHOWN ? 1 : NAMES_SHOWN).map(pod => {
      const names = groupsOfPod(set).get(pod)!.flat().map(({ name }) => name).sort();
      return `the ${what} ${listed(names)} select ${pod.fullName}`;
    });
    return shared.length > NAMES_SHOWN ? [`${all[0]}, and ${many(shared.length - 1)} more pods have several`] : all;
  }

  return (set, resource) => texts(set, keyOf(resource), () => textsOf(set, resource));
}
