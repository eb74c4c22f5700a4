import { isObject } from '../is-object';
import type { TreeEntry, TreeNode } from './document-tree';
import type { PlainDocument } from './plain-reader';

/**
 * The nodes of a plain document: what they hold is known from its value, and where they begin in the order in which they are written. The
 * value of a key is said to begin where the key does.
 */
export function plainTree({ value, starts }: PlainDocument): TreeNode {
  let place = 0;
  return node(starts[place], value);

  function node(offset: number, content: unknown): TreeNode {
    if (Array.isArray(content)) {
      return { offset, items: items(content) };
    }
    return isObject(content) ? { offset, entries: entries(content) } : { offset };
  }

  function items(content: readonly unknown[]): TreeNode[] {
    return content.map(item => node(starts[place += 1], item));
  }

  function entries(content: Readonly<Record<string, unknown>>): TreeEntry[] {
    const found: TreeEntry[] = [];
    for (const key of Object.keys(content)) {
      place += 1;
      const offset = starts[place];
      found.push({ key, offset, value: node(offset, content[key]), merge: false });
    }
    return found;
  }
}
