import type { Edit } from './fix';
import { isOneLine, lineEnd, linesOf, lineStart, PairLines, SPACES } from './pair-lines';
import type { TextChange } from './text-change';
import { entryOf, nodesAlong, TextEntry, TextNode } from './text-tree';

type Move = Extract<Edit, { readonly kind: 'move' }>;

/** A pair of a mapping that is moved, as it is written. */
interface Moving {
  readonly entry: TextEntry;
  readonly pair: string;
  /** Its lines, with the comments that belong to it; undefined where it has no lines of its own. */
  readonly lines?: PairLines;
}

/** Moves a pair, and takes the mapping away that would have nothing left. */
export function moveInText(text: string, root: TextNode, { path, into }: Move): readonly TextChange[] | undefined {
  const nodes = nodesAlong(root, path.slice(0, -1));
  const target = nodesAlong(root, into)?.at(-1);
  const moving = nodes && movingPair(text, nodes[nodes.length - 1], String(path.at(-1)));
  if (nodes === undefined || target === undefined || moving === undefined) {
    return undefined;
  }
  const isAlone = nodes[nodes.length - 1].entries!.length === 1;
  const removed = isAlone ? removeHolder(text, nodes, String(path.at(-2)), moving) : removePair(text, nodes[nodes.length - 1], moving);
  const added = addPair(text, target, moving);
  return removed === undefined || added === undefined ? undefined : [removed, added];
}

function movingPair(text: string, holder: TextNode, key: string): Moving | undefined {
  const entry = entryOf(holder, key);
  return entry === undefined || !isOneLine(text, entry) ? undefined : {
    entry,
    pair: text.slice(entry.name.start, entry.value.end),
    lines: holder.style === 'block' ? linesOf(text, entry) : undefined,
  };
}

/** Takes away a mapping with the pair that is in it, unless there is a comment beside that. */
function removeHolder(text: string, nodes: readonly TextNode[], name: string, moving: Moving): TextChange | undefined {
  const parent = nodes.at(-2);
  const holder = parent && entryOf(parent, name);
  if (parent === undefined || holder === undefined || parent.entries!.length < 2) {
    return undefined;
  }
  return holder.value.style === 'flow' ? removeBraces(text, parent, holder, moving) : removeHead(text, holder, moving);
}

function removeBraces(text: string, parent: TextNode, holder: TextEntry, { entry }: Moving): TextChange | undefined {
  const [closing] = CLOSING.exec(text.slice(entry.value.end, lineEnd(text, entry.value.end))) ?? [];
  if (closing === undefined) {
    return undefined;
  }
  const closed = { ...holder, value: { ...holder.value, end: entry.value.end + closing.length } };
  const lines = parent.style === 'block' ? linesOf(text, closed) : undefined;
  return removePair(text, parent, { entry: closed, pair: '', lines: lines?.hasComment === true ? undefined : lines });
}

/** What closes a mapping in braces behind its last pair. */
const CLOSING = /^[ \t]*,?[ \t]*\}/;

function removeHead(text: string, { name }: TextEntry, { lines }: Moving): TextChange | undefined {
  const start = lineStart(text, name.start);
  return lines !== undefined && HEAD.test(text.slice(start, lines.start)) ? { start, end: lines.end, text: '' } : undefined;
}

/** The line of a mapping in block style: its name and nothing else. */
const HEAD = /^ *[\w"'./-]+ *: *\r?\n$/;

function removePair(text: string, holder: TextNode, { entry, lines }: Moving): TextChange | undefined {
  if (holder.style === 'block') {
    return lines && { start: lines.start, end: lines.end, text: '' };
  }
  const entries = holder.entries!;
  const at = entries.findIndex(({ name }) => name.start === entry.name.start);
  const change = at + 1 < entries.length
    ? { start: entry.name.start, end: entries[at + 1].name.start, text: '' }
    : { start: afterPair(text, entries[at - 1]), end: entry.value.end, text: '' };
  // What lies between two pairs may be a comment, or a line break that somebody wanted.
  return /[#\n]/.test(text.slice(change.start, change.end)) ? undefined : change;
}

/** Where a pair in braces ends: before the comma, whatever its value closes with. */
function afterPair(text: string, { value }: TextEntry): number {
  return value.end + (/^[\s\]}]*/.exec(text.slice(value.end, lineEnd(text, value.end)))?.[0] ?? '').length;
}

function addPair(text: string, target: TextNode, { pair, lines }: Moving): TextChange | undefined {
  const last = target.entries?.at(-1);
  if (last === undefined || !isOneLine(text, last)) {
    return undefined;
  }
  if (target.style === 'flow') {
    return lines?.hasComment === true ? undefined : { start: last.value.end, end: last.value.end, text: `, ${pair}` };
  }
  const indent = text.slice(lineStart(text, last.name.start), last.name.start);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const written = lines === undefined ? [pair] : text.slice(lines.start, lines.end).trimEnd().split(/\r?\n/).map(line => line.trim());
  const at = lineEnd(text, last.value.end);
  return SPACES.test(indent) ? { start: at, end: at, text: written.map(line => `${lineBreak}${indent}${line}`).join('') } : undefined;
}
