/** What a look at a text finds, be it YAML or not. */
export interface FlowScan {
  /** The lines that begin inside of brackets, braces or quotes: their offsets, in order. */
  readonly lines: readonly number[];
  /** Where comments begin that have no white space before them. */
  readonly joinedComments: readonly number[];
  /** Where quotes of several lines begin and end. */
  readonly quotes: readonly QuotedLines[];
  /** Where the first quote or bracket opens that is not closed. */
  readonly unclosed?: number;
  /** Where the first bracket closes that is there twice. */
  readonly closedTwice?: number;
}

/** A text in quotes that has several lines. */
export interface QuotedLines {
  readonly start: number;
  readonly end: number;
}

/** Looks for brackets, quotes and comments. The text should be YAML, but for what js-yaml wants and Kubernetes does not, or for one mistake. */
export function scanFlow(text: string): FlowScan {
  return new FlowScanner(text).scan();
}

/**
 * The lines that begin inside of brackets, braces or quotes. How such a line is indented means nothing to Kubernetes, while js-yaml wants
 * it deeper than its parent.
 */
export function flowLines(text: string): readonly number[] {
  return scanFlow(text).lines;
}

// Each of these reads on from where it stands and looks at no character again and again: a hostile text should take no longer than others.
/** The tokens among block mappings and lists. */
const BLOCK = /[ \t\r]+|#.*|[&!*][^ \t\r\n]*|[|>].*|[^]/ym;

/** The tokens inside of brackets and braces. */
const FLOW = /[ \t\r,?:]+|#.*|[&!*][^\s,[\]{}]*|[^]/ym;

// How texts go on: some pieces at once, since patterns that repeat without end exhaust the stack.
const BLOCK_TEXT = /(?:[^ \t\r\n:]+|:(?=\S)|[ \t\r]+(?=[^ \t\r\n#:]|:\S)){1,500}/y;
const FLOW_TEXT = /(?:[^ \t\r\n:,[\]{}]+|:(?=[^\s,[\]{}])|[ \t\r]+(?=[^ \t\r\n#:,[\]{}]|:[^\s,[\]{}])){1,500}/y;
const QUOTED_TEXTS = new Map([['"', /(?:[^"\\]+|\\[^]){1,500}/y], ['\'', /(?:[^']+|''){1,500}/y]]);

type TokenKind = 'pass' | 'line' | 'quoted' | 'open' | 'close' | 'dash' | 'colon' | 'scalar' | 'plain';

/** What tokens are by their first character, wherever they stand. */
const KINDS = kinds([[' \t\r#&!*', 'pass'], ['\n', 'line'], ['"\'', 'quoted'], ['[{', 'open']]);
const KINDS_IN_FLOW = kinds([[',?:', 'pass'], [']}', 'close']]);
const KINDS_IN_BLOCK = kinds([['|>', 'scalar']]);
/** What they are among blocks where white space follows, or nothing. */
const KINDS_ALONE = kinds([['-?', 'dash'], [':', 'colon']]);

function kinds(all: ReadonlyArray<readonly [characters: string, kind: TokenKind]>): ReadonlyMap<string, TokenKind> {
  return new Map(all.flatMap(([characters, kind]) => [...characters].map(character => [character, kind] as const)));
}

const PAIRS = new Map([['[', ']'], ['{', '}']]);
const HEADER = /^.[-+0-9]*/;
const NO_SPACE = /\S/;
const COLON = /[ \t]*:(?=\s|$)/y;
const INDENT = / */y;

class FlowScanner {
  private readonly lines: number[] = [];
  private readonly joinedComments: number[] = [];
  private readonly quotes: QuotedLines[] = [];
  /** Where the brackets are that are open. */
  private readonly open: number[] = [];
  private unclosed?: number;
  private closedTwice?: number;
  /** Behind the last bracket that closed one. */
  private closed = -1;
  private unclosedQuote = false;
  private position = 0;
  private lineStart = 0;
  /** The column of the word that a colon would make a key. */
  private word = 0;
  /** The column of the key or dash that the next value belongs to: all that is deeper belongs to the value. */
  private parent = -1;

  constructor(private readonly text: string) {}

  public scan(): FlowScan {
    this.beginLine();
    while (this.position < this.text.length) {
      const pattern = this.open.length === 0 ? BLOCK : FLOW;
      pattern.lastIndex = this.position;
      const [token] = pattern.exec(this.text)!;
      this.take(this.kindOf(token.charAt(0)), this.position - this.lineStart, token);
    }
    const { lines, joinedComments, quotes, closedTwice } = this;
    return { lines, joinedComments, quotes, closedTwice, unclosed: this.unclosed ?? this.open.at(-1) };
  }

  private kindOf(first: string): TokenKind {
    const isFlow = this.open.length > 0;
    const alone = isFlow || NO_SPACE.test(this.text.charAt(this.position + 1)) ? undefined : KINDS_ALONE.get(first);
    return KINDS.get(first) ?? alone ?? (isFlow ? KINDS_IN_FLOW : KINDS_IN_BLOCK).get(first) ?? 'plain';
  }

  private take(kind: TokenKind, column: number, token: string): void {
    const start = this.position;
    this.position += token.length;
    switch (kind) {
      case 'pass':
        return token.startsWith('#') ? this.noteComment(start) : undefined;
      case 'line':
        return this.beginLine();
      case 'open':
        this.open.push(start);
        return;
      case 'close':
        return this.closeWith(token, start, this.open.pop()!);
      case 'dash':
        this.parent = column;
        return;
      case 'colon':
        this.parent = this.word;
        return;
      default:
        this.word = column;
        return this.takeText(kind, token, start);
    }
  }

  private takeText(kind: 'quoted' | 'scalar' | 'plain', token: string, start: number): void {
    if (kind === 'quoted' && this.takeQuoted(QUOTED_TEXTS.get(token)!, token, start)) {
      return undefined;
    }
    if (kind === 'scalar') {
      this.noteComment(start + HEADER.exec(token)![0].length);
      return this.takeRestOf(kind);
    }
    this.position = this.endOf(this.open.length === 0 ? BLOCK_TEXT : FLOW_TEXT, this.position);
    return this.takeRestOf('plain');
  }

  /** Whether the quote is closed. Of one that is not, all that follows could be within: no other quote is one then. */
  private takeQuoted(pattern: RegExp, quote: string, start: number): boolean {
    const end = this.unclosedQuote ? this.text.length : this.endOf(pattern, start + 1);
    if (this.text[end] !== quote) {
      this.unclosedQuote = true;
      this.unclosed ??= start;
      return false;
    }
    this.position = end + 1;
    this.takeLinesOf(this.text.slice(start, end + 1), start);
    return true;
  }

  private endOf(pattern: RegExp, begin: number): number {
    let end = begin;
    for (;;) {
      pattern.lastIndex = end;
      const [text] = pattern.exec(this.text) ?? [];
      if (text === undefined) {
        return end;
      }
      end += text.length;
    }
  }

  private noteComment(start: number): void {
    if (this.text[start] === '#' && NO_SPACE.test(this.text.charAt(start - 1))) {
      this.joinedComments.push(start);
    }
  }

  private closeWith(bracket: string, start: number, opening: number): void {
    if (PAIRS.get(this.text[opening]) === bracket) {
      this.closed = this.position;
    } else if (this.isTwice(bracket, start)) {
      this.closedTwice ??= start;
      this.open.push(opening);
    } else {
      this.unclosed ??= opening;
    }
  }

  /** Whether a bracket stands right behind an equal one, and nothing is open that it could close. */
  private isTwice(bracket: string, start: number): boolean {
    return this.closed === start && this.text[start - 1] === bracket && !this.open.some(offset => PAIRS.get(this.text[offset]) === bracket);
  }

  private beginLine(): void {
    this.lineStart = this.position;
    if (this.open.length > 0) {
      this.lines.push(this.position);
    } else {
      this.word = indentAt(this.text, this.position);
      this.parent = this.word - 1;
    }
  }

  private takeLinesOf(quoted: string, start: number): void {
    for (const { index } of quoted.matchAll(/\n/g)) {
      this.lineStart = start + index + 1;
      this.lines.push(this.lineStart);
    }
    if (quoted.includes('\n')) {
      this.quotes.push({ start, end: start + quoted.length });
    }
  }

  /** A block of text, and a plain one that is no key, go on with all lines that are empty or deeper than what they belong to. */
  private takeRestOf(kind: 'scalar' | 'plain'): void {
    COLON.lastIndex = this.position;
    if (this.open.length > 0 || (kind === 'plain' && COLON.test(this.text))) {
      return;
    }
    let end = this.endOfLine(this.position);
    while (end < this.text.length && this.isWithin(end + 1)) {
      end = this.endOfLine(end + 1);
    }
    this.position = end;
  }

  private endOfLine(offset: number): number {
    const lineBreak = this.text.indexOf('\n', offset);
    return lineBreak < 0 ? this.text.length : lineBreak;
  }

  private isWithin(line: number): boolean {
    const indent = indentAt(this.text, line);
    return indent > this.parent || /[\r\n]/.test(this.text[line + indent]);
  }
}

function indentAt(text: string, line: number): number {
  INDENT.lastIndex = line;
  return INDENT.exec(text)![0].length;
}
