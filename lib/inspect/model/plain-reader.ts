import { partOf } from './kept-texts';
import {
  APOSTROPHE, BACKSLASH, CLOSE_LIST, CLOSE_MAPPING, COLON, COMMA, DASH, FLOW_END, HASH, INDICATOR, isText, KEY, KEY_START, LITERAL, NEWLINE,
  OPEN_LIST, OPEN_MAPPING, QUOTE, SPACE, WORD_START,
} from './plain-characters';
import { MAX_DEPTH, PlainDocument, PlainPlace, plainPlace } from './plain-document';
import { fail, NOT_PLAIN, NOWHERE, PlainLines } from './plain-lines';
import { plainScalar } from './plain-scalar';
import type { DocumentRange } from './split-documents';

/**
 * Reads a document of which all is written in the plain part of YAML: mappings and lists by indentation, or within brackets on one line; keys
 * that are names; texts on one line without escapes, and literal blocks. So nearly all manifests are written, and it takes a fraction of
 * the time of a parser. Of anything else, be it right or wrong, nothing is read: undefined.
 */
export function readPlain(text: string, range: DocumentRange): PlainDocument | undefined {
  const written = text.slice(range.start, range.end);
  if (!written.includes('\r\n')) {
    return orNothing(() => new PlainReader(text, range).read());
  }
  const unix = written.replaceAll('\r\n', '\n');
  return orNothing(() => new PlainReader(unix, { ...range, start: 0, end: unix.length }).read(written));
}

function orNothing(read: () => PlainDocument): PlainDocument | undefined {
  try {
    return read();
  } catch (error) {
    if (error === NOT_PLAIN) {
      return undefined;
    }
    throw error;
  }
}

class PlainReader extends PlainLines {
  private readonly places: PlainPlace[] = [];
  private depth = 0;

  /** @param written the text as it was written, where it was written in another way */
  public read(written?: string): PlainDocument {
    if (this.range.behindMarker) {
      this.endLine();
    } else {
      this.skipToContent();
    }
    this.begin();
    const value = this.column === NOWHERE || this.isItem() ? fail() : this.mapping(this.column);
    return this.column === NOWHERE ? new PlainDocument(value, this.places, written) : fail();
  }

  private mapping(column: number): Record<string, unknown> {
    this.descend();
    const pairs: Record<string, unknown> = {};
    do {
      this.begin();
      const key = this.newKey(pairs);
      pairs[key] = this.valueOfKey(column);
    } while (this.column === column);
    return this.ascend(column, pairs);
  }

  private list(column: number): unknown[] {
    this.descend();
    const items: unknown[] = [];
    do {
      this.at += 1;
      items.push(this.item(column));
    } while (this.column === column && this.isItem());
    return this.ascend(column, items);
  }

  /** What stands behind a colon, or beneath it; a list needs no deeper indentation. */
  private valueOfKey(column: number): unknown {
    if (this.isLineLeft()) {
      return this.valueInLine(column);
    }
    this.endLine();
    if (this.column > column) {
      return this.isItem() ? this.list(this.column) : this.mapping(this.column);
    }
    return this.column === column && this.isItem() ? this.list(column) : null;
  }

  private item(column: number): unknown {
    const dash = this.at - 1;
    if (!this.isLineLeft()) {
      this.endLine();
      this.begin();
      return this.column > column && !this.isItem() ? this.mapping(this.column) : fail();
    }
    this.begin();
    return this.isKey() ? this.mapping(column + this.at - dash) : this.valueInLine(column);
  }

  /** A value that begins on this line, beneath something in some column. */
  private valueInLine(column: number): unknown {
    if (this.next === LITERAL) {
      return this.literal(column);
    }
    const value = this.isOpening() ? this.flow() : this.blockText();
    this.endLine();
    return value;
  }

  /** The next key of a mapping. One that stands there already, or that all objects inherit, is not plain. */
  private newKey(pairs: Readonly<Record<string, unknown>>): string {
    const key = this.key();
    return pairs[key] === undefined ? key : fail();
  }

  private key(): string {
    const begin = this.at;
    const end = this.endOfKey();
    if (end < 0 || !this.isGap(end + 1)) {
      fail();
    }
    this.at = end + 1;
    return this.keyBetween(begin, end);
  }

  private keyBetween(begin: number, end: number): string {
    const first = this.text.charCodeAt(begin);
    if (first === QUOTE || first === APOSTROPHE) {
      const inner = this.text.charCodeAt(begin + 1);
      return KEY_START[inner] === 1 ? partOf(this.text, begin + 1, end - 1) : fail();
    }
    const key = partOf(this.text, begin, end);
    return WORD_START[first] === 1 && plainScalar(key) !== key ? fail() : key;
  }

  private isKey(): boolean {
    const end = this.endOfKey();
    return end >= 0 && this.isGap(end + 1);
  }

  /** Where the colon is behind the key that begins here; -1 where none does. */
  private endOfKey(): number {
    const { next } = this;
    let end = this.at;
    if (next === QUOTE || next === APOSTROPHE) {
      end = this.endOfQuoted() + 1;
    } else if (KEY_START[next] === 1) {
      while (end < this.end && KEY[this.text.charCodeAt(end)] === 1) {
        end += 1;
      }
    }
    return end > this.at && end < this.end && this.text.charCodeAt(end) === COLON ? end : -1;
  }

  /** A value within quotes or brackets. */
  private flow(): unknown {
    switch (this.next) {
      case OPEN_MAPPING:
        return this.flowMapping();
      case OPEN_LIST:
        return this.flowList();
      default:
        return this.quoted();
    }
  }

  private flowMapping(): Record<string, unknown> {
    this.descend();
    const pairs: Record<string, unknown> = {};
    for (let isMore = this.isMoreUntil(CLOSE_MAPPING); isMore; isMore = this.isMoreBehindComma(CLOSE_MAPPING)) {
      this.begin();
      const key = this.newKey(pairs);
      pairs[key] = this.flowValue();
    }
    this.depth -= 1;
    return pairs;
  }

  private flowList(): unknown[] {
    this.descend();
    const items: unknown[] = [];
    for (let isMore = this.isMoreUntil(CLOSE_LIST); isMore; isMore = this.isMoreBehindComma(CLOSE_LIST)) {
      this.begin();
      items.push(this.flowValue());
    }
    this.depth -= 1;
    return items;
  }

  private flowValue(): unknown {
    this.skipSpaces();
    return this.isOpening() ? this.flow() : this.flowText();
  }

  /** Steps into brackets, and over them where nothing is between them. */
  private isMoreUntil(closing: number): boolean {
    this.at += 1;
    this.skipSpaces();
    return !this.isClosed(closing);
  }

  private isMoreBehindComma(closing: number): boolean {
    this.skipSpaces();
    if (this.isClosed(closing)) {
      return false;
    }
    if (this.next !== COMMA) {
      fail();
    }
    this.at += 1;
    this.skipSpaces();
    return true;
  }

  private isClosed(closing: number): boolean {
    const isClosed = this.next === closing;
    this.at += Number(isClosed);
    return isClosed;
  }

  private quoted(): string {
    const begin = this.at + 1;
    const end = this.endOfQuoted();
    this.at = end + 1;
    return partOf(this.text, begin, end);
  }

  /** Where the quote is that closes what begins here. Escapes are not plain. */
  private endOfQuoted(): number {
    const quote = this.next;
    let end = this.at + 1;
    for (; end < this.end; end += 1) {
      const character = this.text.charCodeAt(end);
      if (character === quote) {
        return quote === APOSTROPHE && this.text.charCodeAt(end + 1) === APOSTROPHE ? fail() : end;
      }
      if ((character === BACKSLASH && quote === QUOTE) || !isText(character)) {
        fail();
      }
    }
    return fail();
  }

  /** A text without quotes to the end of its line, or to a comment there. */
  private blockText(): unknown {
    const begin = this.at;
    let last = this.checkedTextStart();
    for (let end = begin; end < this.end; end += 1) {
      const character = this.text.charCodeAt(end);
      if (character === NEWLINE || (character === HASH && this.text.charCodeAt(end - 1) === SPACE)) {
        break;
      }
      if (character === COLON ? this.isGap(end + 1) : !isText(character)) {
        fail();
      }
      last = character === SPACE ? last : end;
    }
    return this.wordBetween(begin, last + 1);
  }

  /** A text without quotes within brackets. */
  private flowText(): unknown {
    const begin = this.at;
    let last = this.checkedTextStart();
    for (let end = begin; end < this.end; end += 1) {
      const character = this.text.charCodeAt(end);
      if (FLOW_END[character] === 1) {
        break;
      }
      if (character === COLON || character === HASH ? !this.isWithinText(end) : !isText(character)) {
        fail();
      }
      last = character === SPACE ? last : end;
    }
    return this.wordBetween(begin, last + 1);
  }

  private isWithinText(at: number): boolean {
    return KEY[this.text.charCodeAt(at - 1)] === 1 && KEY[this.text.charCodeAt(at + 1)] === 1;
  }

  private checkedTextStart(): number {
    const isStart = INDICATOR[this.next] === 0 || (this.next === DASH && KEY[this.text.charCodeAt(this.at + 1)] === 1);
    return isStart ? this.at : fail();
  }

  private wordBetween(begin: number, end: number): unknown {
    this.at = end;
    const text = partOf(this.text, begin, end);
    if (WORD_START[this.text.charCodeAt(begin)] !== 1) {
      return text;
    }
    const value = plainScalar(text);
    return typeof value === 'number' && !Number.isFinite(value) ? fail() : value;
  }

  private isItem(): boolean {
    return this.next === DASH && this.isGap(this.at + 1);
  }

  private isOpening(): boolean {
    const { next } = this;
    return next === QUOTE || next === APOSTROPHE || next === OPEN_MAPPING || next === OPEN_LIST;
  }

  /** A node begins here. */
  private begin(): void {
    this.places.push(plainPlace(this.at - this.range.start, this.depth));
  }

  private descend(): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      fail();
    }
  }

  /** Whatever comes next belongs to something less deep: what is indented deeper would continue a text. */
  private ascend<T>(column: number, value: T): T {
    this.depth -= 1;
    return this.column > column ? fail() : value;
  }
}
