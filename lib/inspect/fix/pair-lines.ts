import type { TextEntry } from './text-tree';

/** Whole lines of a text, with the last line break. */
export interface PairLines {
  readonly start: number;
  readonly end: number;
  /** Whether there is a comment above the pair or behind it. */
  readonly hasComment: boolean;
}

/** The lines of a pair that has them for itself, with the comments above it that are indented as it is. */
export function linesOf(text: string, { name, value }: TextEntry): PairLines | undefined {
  const own = lineStart(text, name.start);
  const indent = text.slice(own, name.start);
  const end = lineEnd(text, value.end);
  const behind = text.slice(value.end, end);
  if (!SPACES.test(indent) || !COMMENT.test(behind)) {
    return undefined;
  }
  let start = own;
  while (start > 0 && text.slice(lineStart(text, start - 1), start).startsWith(`${indent}#`)) {
    start = lineStart(text, start - 1);
  }
  const lineBreak = /^\r?\n/.exec(text.slice(end, end + 2))?.[0] ?? '';
  return { start, end: end + lineBreak.length, hasComment: start < own || behind.includes('#') };
}

export const SPACES = /^ *$/;
const COMMENT = /^[ \t]*(?:#.*)?$/;

/** Whether name and value of a pair are plain or quoted, and stand on one line. */
export function isOneLine(text: string, { name, value }: TextEntry): boolean {
  return value.start >= 0 && ['plain', 'single', 'double'].includes(value.style) && !text.slice(name.start, value.end).includes('\n');
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line break of a line begins. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) {
    return text.length;
  }
  return text[at - 1] === '\r' && at > offset ? at - 1 : at;
}
