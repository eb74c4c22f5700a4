import type { Resource } from './resource';

/** Of some objects the oldest first, as Istio puts them: then by name, then by namespace. Whoever has no date is not in the cluster yet, and is the youngest. */
export function byAge(one: Resource, other: Resource): number {
  return compare(one.created ?? Infinity, other.created ?? Infinity) || compare(one.name, other.name) || compare(one.namespace, other.namespace);
}

/** Which of two objects is the older; undefined where the input does not show it. */
export function olderOf(one: Resource, other: Resource): Resource | undefined {
  return one.created === undefined || other.created === undefined ? undefined : [one, other].sort(byAge)[0];
}

function compare<T extends number | string>(one: T, other: T): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
