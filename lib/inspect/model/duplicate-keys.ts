import type { ObjectPath } from '../schema/violation';
import type { TreeNode } from './document-tree';

/** A key that stands twice in one mapping. */
export interface DuplicateKey {
  readonly path: ObjectPath;
  /** Where the key stands again. */
  readonly offset: number;
  /** Where it stood first. */
  readonly first: number;
}

/** The keys that stand twice in a mapping, each time that they stand again. */
export function duplicateKeys(node: TreeNode, path: ObjectPath = []): DuplicateKey[] {
  if (node.alias) {
    return [];
  }
  const found: DuplicateKey[] = (node.items ?? []).flatMap((item, index) => duplicateKeys(item, [...path, index]));
  const seen = new Map<string, number>();
  for (const { key, offset, value, merge } of node.entries ?? []) {
    if (key === undefined || merge) {
      continue;
    }
    const first = seen.get(key);
    if (first !== undefined) {
      found.push({ path: [...path, key], offset, first });
    }
    seen.set(key, first ?? offset);
    found.push(...duplicateKeys(value, [...path, key]));
  }
  return found;
}
