import { isDeepStrictEqual } from 'node:util';
import { parseText } from '../model/parse-text';
import { readDocument } from '../model/read-document';
import { changesOf } from './edit-text';
import { EditedValue, editValue } from './edited-value';
import type { Fix } from './fix';
import { TextChanges } from './text-changes';
import { TextNode, textTree } from './text-tree';

/** The text of a document, mended. */
export interface MendedText {
  readonly text: string;
  readonly done: readonly Fix[];
  /** What could not be done without a risk for something else. Some may be done in the next round: of two that meet, the first is done. */
  readonly left: readonly Fix[];
}

/**
 * Mends a document in its text. What comes out is read again: the document means what it meant, but for the edits, or else stays as it was.
 * So an edit of what an anchor brings to several places, or of a key that stands twice, is never done.
 */
export function mendText(text: string, fixes: readonly Fix[]): MendedText {
  const readable = fixes.length === 0 ? undefined : readableText(text);
  if (readable === undefined) {
    return { text, done: [], left: fixes };
  }
  const mended = mendTogether(readable, fixes);
  if (mended !== undefined) {
    return mended;
  }
  if (fixes.length === 1) {
    return { text, done: [], left: fixes };
  }
  // Some of them cannot be done, and nobody saw it in their own places, which is rare: halving finds them, and does the others.
  const middle = fixes.length >> 1;
  const first = mendText(text, fixes.slice(0, middle));
  const second = mendText(first.text, fixes.slice(middle));
  return { text: second.text, done: [...first.done, ...second.done], left: [...first.left, ...second.left] };
}

interface Readable {
  readonly text: string;
  readonly root: TextNode;
  readonly value: unknown;
}

/** A text with its parts; undefined where it cannot be read, or has braces whose lines are not indented, which only JSON may have. */
function readableText(text: string): Readable | undefined {
  const { value, problems } = readDocument(text);
  const parsed = problems.length > 0 ? undefined : parseText(text);
  return parsed?.source === text ? { text, root: textTree(parsed), value } : undefined;
}

/** Does all that do not meet; undefined where the text would not mean what it should. */
function mendTogether({ text, root, value }: Readable, fixes: readonly Fix[]): MendedText | undefined {
  const expected: EditedValue = { value: plain(value) };
  const changes = new TextChanges();
  const [done, left]: Fix[][] = [[], []];
  for (const fix of fixes) {
    (isAdded(fix) ? done : left).push(fix);
  }
  if (done.length === 0) {
    return { text, done, left };
  }
  const mended = changes.applyTo(text);
  return isDeepStrictEqual(plain(readDocument(mended)), { value: expected.value, problems: [] }) ? { text: mended, done, left } : undefined;

  function isAdded(fix: Fix): boolean {
    const wanted = fix.map(edit => changesOf(text, root, edit));
    const seen = wanted.filter(one => typeof one !== 'string').flat();
    const undo = wanted.some(one => typeof one === 'string') ? undefined : editValue(expected, fix);
    const isFree = undo !== undefined && changes.addAll(seen);
    if (!isFree) {
      undo?.();
    }
    return isFree;
  }
}

function plain(read: unknown): unknown {
  return JSON.parse(JSON.stringify(read));
}
