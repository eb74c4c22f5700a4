import type { ObjectPath } from '../schema/violation';
import type { Edit } from './fix';
import { entryOf, hasEntry, nodesAlong, TextNode } from './text-tree';

/** Whether an edit is of something that an alias brings to another place, too, so that it would be done there as well. */
export function isShared(root: TextNode, edit: Edit): boolean {
  const holders = nodesAlong(root, edit.path.slice(0, -1)) ?? [];
  const changed = edit.kind === 'rename' ? [] : nodesAlong(root, edit.path)?.slice(-1) ?? [];
  const target = edit.kind === 'move' ? nodesAlong(root, edit.into) ?? [] : [];
  return [...holders, ...changed, ...target, ...nameOf(edit, holders)].some(node => node.isShared);
}

function nameOf({ kind, path }: Edit, holders: readonly TextNode[]): TextNode[] {
  const entry = holders.length > 0 && (kind === 'rename' || kind === 'move') ? entryOf(holders[holders.length - 1], String(path.at(-1))) : undefined;
  return entry === undefined ? [] : [entry.name];
}

/** Whether a path that an edit has cannot be followed in the text, but for an alias or what is merged. */
export function isBehindAlias(root: TextNode, edit: Edit): boolean {
  return (edit.kind === 'move' ? [edit.path, edit.into] : [edit.path]).some(path => leadsToAlias(root, path));
}

function leadsToAlias(root: TextNode, path: ObjectPath): boolean {
  let node = root;
  for (const step of path) {
    const next = typeof step === 'number' ? node.items?.[step] : entryOf(node, step)?.value;
    if (next === undefined) {
      return node.style === 'alias' || hasEntry(node, MERGE);
    }
    node = next;
  }
  return node.style === 'alias';
}

const MERGE = '<<';
