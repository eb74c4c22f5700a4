import { isDeepStrictEqual } from 'node:util';
import { parseText } from '../model/parse-text';
import { readDocument } from '../model/read-document';
import { changesOf } from './edit-text';
import { editedValue } from './edited-value';
import type { Fix } from './fix';
import { changed, meet, TextChange } from './text-change';
import { textTree } from './text-tree';

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
  const { value, problems } = readDocument(text);
  if (fixes.length === 0 || problems.length > 0) {
    return { text, done: [], left: fixes };
  }
  const mended = mendTogether(text, value, fixes);
  if (mended !== undefined) {
    return mended;
  }
  if (fixes.length === 1) {
    return { text, done: [], left: fixes };
  }
  // Some of them cannot be done: halving finds them, and does the others.
  const middle = fixes.length >> 1;
  const first = mendText(text, fixes.slice(0, middle));
  const second = mendText(first.text, fixes.slice(middle));
  return { text: second.text, done: [...first.done, ...second.done], left: [...first.left, ...second.left] };
}

/** Does all that do not meet; undefined where the text would not mean what it should. */
function mendTogether(text: string, value: unknown, fixes: readonly Fix[]): MendedText | undefined {
  const parsed = parseText(text);
  if (parsed.source !== text) {
    return undefined;
  }
  const root = textTree(parsed);
  let expected = JSON.parse(JSON.stringify(value)) as unknown;
  const changes: TextChange[] = [];
  const [done, left]: Fix[][] = [[], []];
  for (const fix of fixes) {
    const wanted = fix.map(edit => changesOf(text, root, edit));
    const edited = fix.reduce<unknown>((so, edit) => (so === undefined ? undefined : editedValue(so, edit)), expected);
    const all = wanted.flatMap(some => some ?? []);
    if (edited === undefined || wanted.includes(undefined) || meet(all, changes)) {
      left.push(fix);
    } else {
      expected = edited;
      all.forEach(change => changes.push(change));
      done.push(fix);
    }
  }
  if (done.length === 0) {
    return { text, done, left };
  }
  const mended = changed(text, changes);
  return isDeepStrictEqual(plain(readDocument(mended)), { value: expected, problems: [] }) ? { text: mended, done, left } : undefined;
}

function plain(read: unknown): unknown {
  return JSON.parse(JSON.stringify(read));
}
