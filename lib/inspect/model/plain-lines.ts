import { DASH, HASH, isText, NEWLINE, PLUS, SPACE } from './plain-characters';
import type { DocumentRange } from './split-documents';

/** Thrown where something is not plain. It is one for all, since where it was does not matter. */
export const NOT_PLAIN = new Error('this document is not plain');

/** Leaves the document to whoever reads all of YAML. */
export function fail(): never {
  throw NOT_PLAIN;
}

/** The column of what comes next, where nothing does. */
export const NOWHERE = -1;
const NOTHING = -1;

/** The lines of a plain document. It stands at what comes next, which begins in some column of its line; at the end there is no column. */
export class PlainLines {
  protected readonly end: number;
  protected at: number;
  protected column = 0;

  constructor(protected readonly text: string, protected readonly range: DocumentRange) {
    this.at = range.start;
    this.end = range.end;
  }

  protected get next(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : NOTHING;
  }

  /** Leaves a line on which there is nothing more than a comment. */
  protected endLine(): void {
    const { at } = this;
    this.skipSpaces();
    if (this.next === HASH && this.at > at) {
      this.skipComment();
    }
    if (this.at < this.end && this.next !== NEWLINE) {
      fail();
    }
    this.at = Math.min(this.at + 1, this.end);
    this.skipToContent();
  }

  /** From the beginning of a line to what comes next, be it on this line or on a later one. */
  protected skipToContent(): void {
    for (;;) {
      const line = this.at;
      this.skipSpaces();
      if (this.next === HASH) {
        this.skipComment();
      }
      if (this.at >= this.end) {
        this.column = NOWHERE;
        return;
      }
      if (this.next !== NEWLINE) {
        this.column = this.at - line;
        return;
      }
      this.at += 1;
    }
  }

  private skipComment(): void {
    while (this.at < this.end && this.next !== NEWLINE) {
      if (!isText(this.next)) {
        fail();
      }
      this.at += 1;
    }
  }

  protected skipSpaces(): void {
    while (this.next === SPACE) {
      this.at += 1;
    }
  }

  /** Whether something begins behind spaces on this line, which are passed over. */
  protected isLineLeft(): boolean {
    const { at } = this;
    this.skipSpaces();
    if (this.at < this.end && this.next !== NEWLINE && this.next !== HASH) {
      return true;
    }
    this.at = at;
    return false;
  }

  protected isGap(at: number): boolean {
    const character = at < this.end ? this.text.charCodeAt(at) : NEWLINE;
    return character === SPACE || character === NEWLINE;
  }

  /** A text of several lines, each as it is, beneath something in some column. */
  protected literal(column: number): string {
    this.at += 1;
    const chomping = this.next;
    this.at += Number(chomping === DASH || chomping === PLUS);
    if (this.next !== NEWLINE) {
      fail();
    }
    const begin = this.at + 1;
    const indent = this.indentAt(begin);
    if (indent <= column || this.text.charCodeAt(begin + indent) === NEWLINE) {
      fail();
    }
    const lines: string[] = [];
    for (let line = begin; line < this.end; line = this.at + 1) {
      const width = this.indentAt(line);
      const end = this.endOfText(line + width);
      if (width < indent && end > line + width) {
        this.at = line;
        break;
      }
      lines.push(this.text.slice(Math.min(line + indent, end), end));
      this.at = end;
    }
    this.skipToContent();
    return chomped(lines, chomping);
  }

  private indentAt(line: number): number {
    let at = line;
    while (at < this.end && this.text.charCodeAt(at) === SPACE) {
      at += 1;
    }
    return at - line;
  }

  /** Where the text of a line ends. The last line has to end as all others do. */
  private endOfText(begin: number): number {
    for (let end = begin; end < this.end; end += 1) {
      const character = this.text.charCodeAt(end);
      if (character === NEWLINE) {
        return end;
      }
      if (!isText(character)) {
        fail();
      }
    }
    return fail();
  }
}

function chomped(lines: readonly string[], chomping: number): string {
  let end = lines.length;
  while (chomping !== PLUS && lines[end - 1] === '') {
    end -= 1;
  }
  return `${lines.slice(0, end).join('\n')}${chomping === DASH ? '' : '\n'}`;
}
