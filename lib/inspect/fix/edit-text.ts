import { isDeepStrictEqual } from 'node:util';
import { readDocument } from '../model/read-document';
import type { ObjectPath } from '../schema/violation';
import { inDoubleQuotes } from './double-quoted';
import type { Edit } from './fix';
import { moveInText } from './move-in-text';
import { isBehindAlias, isShared } from './shared-nodes';
import type { TextChange } from './text-change';
import { entryOf, nodesAlong, TextEntry, TextNode } from './text-tree';

/** Why an edit cannot be done in a text. */
export type WhyUnchanged =
  | 'alias' // an alias brings the value to several places
  | 'comment' // a pair would move, and with it more than the pair, or less
  | 'lines' // it is no plain text on one line
  | 'meaning'; // the text would be read as something else

/**
 * What an edit changes of a text, and nothing beside: comments, quotes, indentation and line breaks stay. Or why it is not plain to see what
 * to change. Whoever applies it reads the text again, and compares.
 */
export function changesOf(text: string, root: TextNode, edit: Edit): readonly TextChange[] | WhyUnchanged {
  return isShared(root, edit) ? 'alias' : planned(text, root, edit) ?? whyUnseen(root, edit);
}

function whyUnseen(root: TextNode, edit: Edit): WhyUnchanged {
  return isBehindAlias(root, edit) ? 'alias' : edit.kind === 'move' ? 'comment' : 'lines';
}

type Plan = readonly TextChange[] | 'meaning' | undefined;

function planned(text: string, root: TextNode, edit: Edit): Plan {
  switch (edit.kind) {
    case 'rename':
      return renameKey(text, root, edit.path, edit.to);
    case 'set':
      return setValue(text, root, edit.path, edit.to);
    case 'wrap':
      return wrapValue(text, root, edit.path, edit.key);
    case 'move':
      return moveInText(text, root, edit);
  }
}

function renameKey(text: string, root: TextNode, path: ObjectPath, to: string): Plan {
  const nodes = nodesAlong(root, path.slice(0, -1));
  const name = nodes && entryOf(nodes[nodes.length - 1], String(path.at(-1)))?.name;
  const written = name && writtenIn(text, name, to);
  if (nodes === undefined || written === undefined) {
    return undefined;
  }
  const pair = `${written}: 0`;
  return name!.hasTag || isReadAs(inFlow(nodes) ? `{${pair}}` : pair, { [to]: 0 }) ? [{ start: name!.start, end: name!.end, text: written }] : 'meaning';
}

function setValue(text: string, root: TextNode, path: ObjectPath, to: string): Plan {
  const nodes = nodesAlong(root, path);
  const node = nodes?.at(-1);
  const written = node && writtenIn(text, node, to);
  if (nodes === undefined || written === undefined) {
    return undefined;
  }
  return node!.hasTag || isReadAs(asItem(written, nodes), [to]) ? [{ start: node!.start, end: node!.end, text: written }] : 'meaning';
}

function wrapValue(text: string, root: TextNode, path: ObjectPath, key: string): Plan {
  const nodes = nodesAlong(root, path);
  const node = nodes?.at(-1);
  const old = node && scalarText(text, node);
  if (nodes === undefined || old === undefined) {
    return undefined;
  }
  const written = `{${nameAs(entryOf(nodes[nodes.length - 2], String(path.at(-1))), key)}: ${old}}`;
  const [value] = readDocument(asItem(old, nodes)).value as unknown[];
  return !node!.hasTag && isReadAs(asItem(written, nodes), [{ [key]: value }]) ? [{ start: node!.start, end: node!.end, text: written }] : 'meaning';
}

/** A name in the quotes in which the name of a pair stands; an item of a list has none. */
function nameAs(entry: TextEntry | undefined, key: string): string {
  return (entry && scalarOf(key, entry.name.style)) ?? key;
}

/** What is written of a text or number on one line. */
function scalarText(text: string, { start, end, style }: TextNode): string | undefined {
  const written = scalarOf('', style) === undefined ? '\n' : text.slice(start, end);
  return written.includes('\n') ? undefined : written;
}

/** How a text is written in the quotes in which the old text stands. */
function writtenIn(text: string, node: TextNode, to: string): string | undefined {
  const old = scalarText(text, node);
  if (old === undefined) {
    return undefined;
  }
  return node.style === 'double' && old.includes('\\') ? inDoubleQuotes(to, old) : scalarOf(to, node.style);
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

/** Within brackets, more has to be in quotes. */
function asItem(written: string, nodes: readonly TextNode[]): string {
  return inFlow(nodes) ? `[${written}]` : `- ${written}`;
}

function inFlow(nodes: readonly TextNode[]): boolean {
  return nodes.some(({ style }) => style === 'flow');
}

/** Asked of each edit alone, so that none of a thousand spoils the text for the others: to find that one, all is read again and again. */
function isReadAs(written: string, expected: unknown): boolean {
  return isDeepStrictEqual(plain(readDocument(written)), { value: expected, problems: [] });
}

function plain(read: unknown): unknown {
  return JSON.parse(JSON.stringify(read));
}
