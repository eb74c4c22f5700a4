import type { Resource } from './resource';

/**
 * Of some objects the oldest first, as Istio puts them: then by name, then by namespace. What has no date is not in the cluster yet, and
 * is the youngest.
 */
export function byAge(one: Resource, other: Resource): number {
  const [mine, theirs] = [one, other].map(({ created = Infinity, name, namespace }) => [created, name, namespace]);
  return mine.map((part, index) => compare(part, theirs[index])).find(order => order !== 0) ?? 0;
}

/** Which of two objects is the older; undefined where the input does not show it. */
export function olderOf(one: Resource, other: Resource): Resource | undefined {
  return one.created === undefined || other.created === undefined ? undefined : [one, other].sort(byAge)[0];
}

function compare<T extends number | string>(one: T, other: T): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
