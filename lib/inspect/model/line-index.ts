import { lastNotAbove } from './sorted-search';

/** A place in a text as editors count: from 1, columns in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of a text into lines and columns. */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    this.starts = lineStarts(text);
  }

  public positionOf(offset: number): LinePosition {
    const line = lastNotAbove(offset, this.starts);
    return { line: line + 1, column: offset - this.starts[line] + 1 };
  }

  /** The text of a line, without its break; empty when there is no such line. */
  public textOf(line: number): string {
    const start = this.starts[line - 1] ?? this.text.length;
    let end = this.starts[line] ?? this.text.length;
    while (end > start && isLineBreak(this.text.charCodeAt(end - 1))) {
      end -= 1;
    }
    return this.text.slice(start, end);
  }
}

function isLineBreak(character: number): boolean {
  return character === NEWLINE || character === CARRIAGE_RETURN;
}

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A line ends with a newline, a carriage return, or both. */
function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
      starts.push(index + lineBreak.length);
    }
    return starts;
  }
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}

const LINE_BREAK = /\r\n|\r|\n/g;
