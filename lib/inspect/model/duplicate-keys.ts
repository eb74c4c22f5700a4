import type { ObjectPath } from '../schema/violation';
import type { TreeEntry, TreeNode } from './document-tree';

/** A key that stands twice in one mapping. */
export interface DuplicateKey {
  readonly path: ObjectPath;
  /** Where the key stands again. */
  readonly offset: number;
  /** Where it stood first. */
  readonly first: number;
}

/** The keys that stand twice in a mapping, each time that they stand again. */
export function* duplicateKeys({ alias, items = [], entries = [] }: TreeNode, path: ObjectPath = []): Iterable<DuplicateKey> {
  if (alias) {
    return;
  }
  for (const [index, item] of items.entries()) {
    yield* duplicateKeys(item, [...path, index]);
  }
  yield* duplicatesAmong(entries, path);
}

function* duplicatesAmong(entries: readonly TreeEntry[], path: ObjectPath): Iterable<DuplicateKey> {
  const seen = new Map<string, number>();
  for (const { key, offset, value, merge } of entries) {
    if (key === undefined || merge) {
      continue;
    }
    const first = seen.get(key);
    if (first !== undefined) {
      yield { path: [...path, key], offset, first };
    }
    seen.set(key, first ?? offset);
    yield* duplicateKeys(value, [...path, key]);
  }
}
