import { isObject } from '../../is-object';
import { SchemaNode } from '../node';

/** The places of items that stand in a list for the second time: by their keys in a list that is a map, as a whole in a set. */
export function duplicates(items: readonly unknown[], { lt, lk = [] }: SchemaNode): readonly number[] {
  if (lt === undefined || items.length < 2) {
    return [];
  }
  const times = new Map<string, number>();
  return items.flatMap((item, place) => {
    const key = lt === 'set' ? canonical(item) : keyOf(item, lk);
    times.set(key, (times.get(key) ?? 0) + 1);
    return times.get(key) === 2 ? [place] : [];
  });
}

/** What names an item of a map list; an absent key counts as one of its own. */
export function keyOf(item: unknown, keys: readonly string[]): string {
  return JSON.stringify(keys.map(key => (isObject(item) && Object.hasOwn(item, key) ? [canonical(item[key])] : [])));
}

/** Equal values have equal texts, in whatever order the keys of their objects come. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isObject(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part)) ?? 'undefined';
}
