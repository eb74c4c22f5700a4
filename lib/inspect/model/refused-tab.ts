import { COLLECTION_STYLE, Event, EVENT_ID, SCALAR_STYLE, ScalarEvent, YAMLException } from 'js-yaml';
import type { Mistake } from './document-problem';
import { lineStartOf } from './line-start';
import { ParsedText, parseText } from './parse-text';

/**
 * The first tab of a text that Kubernetes does not take. Among blocks it takes tabs behind a value or the colon of a key, but neither at the
 * beginning of a line, be it empty or a comment, nor behind `-`, `?` and the colon of a key with `?`; within brackets it takes all but those
 * that stand before the indentation of the block, behind a text without quotes. Within texts a tab is a character like any other.
 *
 * @param begin where to begin: behind the rest of a line that begins with a document marker
 */
export function refusedTab(text: string, parsed: ParsedText, begin = 0): Mistake | undefined {
  if (!text.includes('\t', begin)) {
    return undefined;
  }
  const offset = new TabScanner(text, parsed.written, begin).scan(parsed.events);
  return offset === undefined ? undefined : { offset, ...wordsFor(text, offset) };
}

/**
 * The first of these tabs before some place in a text that cannot be parsed there. Only those before all else on a line, but for `-` and its
 * like, are looked at, and few.
 */
export function refusedTabBefore(text: string, place: number, begin = 0): Mistake | undefined {
  let looks = 0;
  for (const { index, 0: beginning } of text.slice(begin, place).matchAll(TAB_BEFORE_ALL)) {
    const offset = refusedUpTo(text.slice(0, begin + index + beginning.length), begin);
    looks += 1;
    if (offset !== undefined || looks === MOST_LOOKS) {
      return offset === undefined ? undefined : { offset, ...wordsFor(text, offset) };
    }
  }
  return undefined;
}

// A set of characters repeats without end at no cost, where a group would exhaust the stack.
const TAB_BEFORE_ALL = /^[ ?:-]*\t/gm;
const MOST_LOOKS = 10;

function refusedUpTo(text: string, begin: number): number | undefined {
  try {
    return refusedTab(text, parseText(text), begin)?.offset;
  } catch (error) {
    if (error instanceof YAMLException) {
      return undefined;
    }
    throw error;
  }
}

function wordsFor(text: string, offset: number): Omit<Mistake, 'offset'> {
  const before = text.slice(lineStartOf(text, offset), offset).trim();
  if (before !== '') {
    return { message: `there is a tab after "${before.at(-1)}"`, repair: 'replace it with a space' };
  }
  BLANK_LINE.lastIndex = offset;
  return BLANK_LINE.test(text)
    ? { message: 'a blank line contains a tab', repair: 'remove the tab' }
    : { message: 'tab characters must not be used in indentation', repair: 'indent with spaces' };
}

const BLANK_LINE = /[ \t]*(?![^\r\n])/y;

/** What stands between the scalars of a text that could be parsed. */
const BETWEEN = new RegExp([
  /(?<blank> +)/.source,
  /(?<tab>\t)/.source,
  /(?<line>\r\n?|\n)/.source,
  /(?<comment>#[^\r\n]*)/.source,
  /(?<property>!<[^>]*>|[&!*][^\s,[\]{}]*)/.source,
  /(?<open>[[{])/.source,
  /(?<close>[\]}])/.source,
  /(?<entry>[-?])/.source,
  /(?<header>[|>][^\r\n]*)/.source,
  /(?<other>[^])/.source,
].join('|'), 'y');

const SPACES = / */y;
const LINE = /[^\r\n]*/y;
const GIVEN_INDENT = /^.[-+]?([1-9])/;

/** Walks over a text as the scanner of Kubernetes does, with the scalars and blocks that js-yaml has found. */
class TabScanner {
  /** Whether a key may begin here, before which no tab may stand. */
  private keyMayBegin = true;
  /** How many brackets are open. */
  private brackets = 0;
  /** The header of the last block of text. */
  private header = '';
  /** The columns of the blocks that are open, -1 for the document. */
  private readonly columns: number[] = [-1];

  constructor(private readonly text: string, private readonly written: ParsedText['written'], private position: number) {}

  public scan(events: readonly Event[]): number | undefined {
    for (const event of events) {
      const found = this.take(event);
      if (found !== undefined) {
        return found;
      }
    }
    return this.between(this.text.length);
  }

  private get column(): number {
    return this.columns.at(-1)!;
  }

  private take(event: Event): number | undefined {
    switch (event.type) {
      case EVENT_ID.POP:
        this.columns.pop();
        return undefined;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        this.columns.push(event.style === COLLECTION_STYLE.BLOCK ? this.columnAt(this.written(event.start)) : this.column);
        return undefined;
      case EVENT_ID.DOCUMENT:
        this.columns.push(-1);
        return undefined;
      case EVENT_ID.SCALAR:
        return event.valueStart < 0 ? undefined : this.scalar(event);
      default:
        return undefined;
    }
  }

  private scalar({ style, valueStart, valueEnd }: ScalarEvent): number | undefined {
    const [start, end] = [this.written(valueStart), this.written(valueEnd)];
    switch (style) {
      case SCALAR_STYLE.PLAIN:
        return this.between(start) ?? this.plain(end);
      case SCALAR_STYLE.LITERAL_BLOCK:
      case SCALAR_STYLE.FOLDED_BLOCK:
        return this.between(start) ?? this.block();
      default: {
        const found = this.between(start - 1);
        this.position = end + 1;
        this.keyMayBegin = false;
        return found;
      }
    }
  }

  private between(end: number): number | undefined {
    while (this.position < end) {
      BETWEEN.lastIndex = this.position;
      const { 0: token, groups = {} } = BETWEEN.exec(this.text)!;
      if (groups.tab !== undefined && this.brackets === 0 && this.keyMayBegin) {
        return this.position;
      }
      this.position += token.length;
      this.step(groups, token);
    }
    return undefined;
  }

  private step({ line, property, open, close, entry, header }: Readonly<Record<string, string | undefined>>, token: string): void {
    if (line !== undefined || entry !== undefined) {
      this.keyMayBegin = true;
    } else if (property !== undefined) {
      this.keyMayBegin = false;
    } else if (open !== undefined) {
      this.brackets += 1;
    } else if (close !== undefined) {
      this.brackets -= 1;
      this.keyMayBegin = false;
    } else if (header !== undefined) {
      this.header = token;
    }
  }

  /** A text without quotes, and all white space behind it: on its later lines, tabs may stand behind the indentation alone. */
  private plain(end: number): number | undefined {
    this.keyMayBegin = false;
    for (let lineStart = NO_LINE; this.position < end || WHITE.has(this.text[this.position]); this.position += 1) {
      const character = this.text[this.position];
      if (BREAKS.has(character)) {
        lineStart = this.position + 1;
      } else if (character === '\t' && lineStart !== NO_LINE && this.position - lineStart <= this.column) {
        return this.position;
      } else if (!WHITE.has(character)) {
        lineStart = NO_LINE;
      }
      this.keyMayBegin = lineStart !== NO_LINE;
    }
    return undefined;
  }

  /** A block of text: no tab may stand before its indentation, which its first line gives, unless the header does. */
  private block(): number | undefined {
    let indent = this.givenIndent;
    let widest = 0;
    this.keyMayBegin = true;
    for (;;) {
      const width = this.spacesAt(this.position, indent);
      this.position += width;
      widest = Math.max(widest, width);
      if (this.text[this.position] === '\t' && width < indent) {
        return this.position;
      }
      if (this.isAtContent()) {
        indent = indent === NOT_KNOWN ? Math.max(widest, this.column + 1, 1) : indent;
        if (width !== indent) {
          return undefined;
        }
        this.position = this.endOfLine(this.position);
      }
      if (this.position === this.text.length) {
        return undefined;
      }
      this.position += 1;
    }
  }

  private get givenIndent(): number {
    const [, given] = GIVEN_INDENT.exec(this.header) ?? [];
    return given === undefined ? NOT_KNOWN : Math.max(this.column, 0) + Number(given);
  }

  private isAtContent(): boolean {
    return this.position < this.text.length && !BREAKS.has(this.text[this.position]);
  }

  private spacesAt(offset: number, most: number): number {
    SPACES.lastIndex = offset;
    return Math.min(SPACES.exec(this.text)![0].length, most);
  }

  private columnAt(offset: number): number {
    return offset - lineStartOf(this.text, offset);
  }

  private endOfLine(offset: number): number {
    LINE.lastIndex = offset;
    return offset + LINE.exec(this.text)![0].length;
  }
}

const WHITE = new Set([' ', '\t', '\r', '\n']);
const BREAKS = new Set(['\r', '\n']);
const NO_LINE = -1;
const NOT_KNOWN = Infinity;
