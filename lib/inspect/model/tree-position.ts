import type { ObjectPath } from '../schema/violation';
import type { TreeEntry, TreeNode } from './document-tree';

/**
 * Where a path begins in a document: at the key of its last step, or at the item of a list. Of a path that does not exist (a missing
 * field, say), its nearest parent that does.
 */
export function offsetOf(root: TreeNode, path: ObjectPath): number {
  return foundAlong(root, path).node.offset;
}

/** The pair or the item that a path leads to, or its nearest parent that is there: the same one for all paths that aliases lead there. */
export function foundAlong(root: TreeNode, path: ObjectPath): { readonly node: TreeEntry | TreeNode; readonly rest: ObjectPath } {
  let last: TreeEntry | TreeNode = root;
  let node: TreeNode = root;
  for (const [depth, step] of path.entries()) {
    const found: TreeEntry | TreeNode | undefined = typeof step === 'number' ? node.items?.[step] : entryOf(node, step);
    if (found === undefined) {
      return { node: last, rest: path.slice(depth) };
    }
    last = found;
    node = 'value' in found ? found.value : found;
  }
  return { node: last, rest: [] };
}

/** The pair that counts: the last one of this key, whether written here or merged. */
function entryOf({ entries = [] }: TreeNode, key: string): TreeEntry | undefined {
  for (const entry of [...entries].reverse()) {
    if (entry.merge) {
      const merged = sourcesOf(entry.value).map(source => entryOf(source, key)).find(found => found !== undefined);
      if (merged !== undefined) {
        return merged;
      }
    } else if (entry.key === key) {
      return entry;
    }
  }
  return undefined;
}

/** The mappings that a merge key brings; of these the first wins. */
function sourcesOf(value: TreeNode): readonly TreeNode[] {
  return value.items ?? [value];
}
