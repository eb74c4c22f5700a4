import type { ObjectPath } from '../schema/violation';
import type { Edit } from './fix';
import { moveInText } from './move-in-text';
import type { TextChange } from './text-change';
import { entryOf, nodesAlong, TextNode } from './text-tree';

/**
 * What an edit changes of a text, and nothing beside: comments, quotes, indentation and line breaks stay. Undefined where it is not
 * plain to see what to change. Whoever applies it reads the text again, and compares.
 */
export function changesOf(text: string, root: TextNode, edit: Edit): readonly TextChange[] | undefined {
  switch (edit.kind) {
    case 'rename':
      return renameKey(text, root, edit.path, edit.to);
    case 'set':
      return setText(text, nodesAlong(root, edit.path)?.at(-1), edit.to);
    case 'wrap':
      return wrapValue(text, root, edit.path, edit.key);
    case 'move':
      return moveInText(text, root, edit);
  }
}

function renameKey(text: string, root: TextNode, path: ObjectPath, to: string): readonly TextChange[] | undefined {
  const parent = nodesAlong(root, path.slice(0, -1))?.at(-1);
  return parent === undefined ? undefined : setText(text, entryOf(parent, String(path.at(-1)))?.name, to);
}

/** In the quotes in which the old text stood. */
function setText(text: string, node: TextNode | undefined, to: string): readonly TextChange[] | undefined {
  if (node === undefined || text.slice(node.start, node.end).includes('\n')) {
    return undefined;
  }
  const written = scalarOf(to, node.style);
  return written === undefined ? undefined : [{ start: node.start, end: node.end, text: written }];
}

function scalarOf(text: string, style: TextNode['style']): string | undefined {
  switch (style) {
    case 'plain':
      return text;
    case 'single':
      return `'${text.replaceAll("'", "''")}'`;
    case 'double':
      return JSON.stringify(text);
    default:
      return undefined;
  }
}

function wrapValue(text: string, root: TextNode, path: ObjectPath, key: string): readonly TextChange[] | undefined {
  const parent = nodesAlong(root, path.slice(0, -1))?.at(-1);
  const entry = parent && entryOf(parent, String(path.at(-1)));
  const old = entry && text.slice(entry.value.start, entry.value.end);
  if (entry === undefined || old === undefined || old.includes('\n') || scalarOf('', entry.value.style) === undefined) {
    return undefined;
  }
  const name = scalarOf(key, entry.name.style) ?? key;
  return [{ start: entry.value.start, end: entry.value.end, text: `{${name}: ${old}}` }];
}
