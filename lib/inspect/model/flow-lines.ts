/**
 * The lines that begin inside of brackets, braces or quotes: their offsets, in order. How such a line is indented means nothing to
 * Kubernetes, while js-yaml wants it deeper than its parent. The text should be YAML but for that.
 */
export function flowLines(text: string): number[] {
  return new FlowScanner(text).scan();
}

// Each of these reads on from where it stands and looks at no character again and again: a hostile text should take no longer than others.
const QUOTED = /"[^"\\]*(?:\\[^][^"\\]*)*"|'[^']*(?:''[^']*)*'/.source;

/** The tokens among block mappings and lists. */
const BLOCK = new RegExp([
  /(?<pass>[ \t\r]+|#.*|[&!*][^ \t\r\n]*)/.source,
  /(?<line>\n)/.source,
  `(?<quoted>${QUOTED})`,
  /(?<open>[[{])/.source,
  /(?<dash>[-?](?=\s|$))/.source,
  /(?<colon>:(?=\s|$))/.source,
  /(?<scalar>[|>].*)/.source,
  /(?<plain>[^ \t\r\n](?:[^ \t\r\n:]+|:(?=\S)|[ \t\r]+(?=[^ \t\r\n#:]|:\S))*)/.source,
].join('|'), 'ym');

/** The tokens inside of brackets and braces. */
const FLOW = new RegExp([
  /(?<pass>[ \t\r,?:]+|#.*|[&!*][^\s,[\]{}]*)/.source,
  /(?<line>\n)/.source,
  `(?<quoted>${QUOTED})`,
  /(?<open>[[{])/.source,
  /(?<close>[\]}])/.source,
  /(?<plain>[^ \t\r\n,[\]{}](?:[^ \t\r\n:,[\]{}]+|:(?=[^\s,[\]{}])|[ \t\r]+(?=[^ \t\r\n#:,[\]{}]|:[^\s,[\]{}]))*)/.source,
].join('|'), 'ym');

type TokenKind = 'pass' | 'line' | 'quoted' | 'open' | 'close' | 'dash' | 'colon' | 'scalar' | 'plain';

const COLON = /[ \t]*:(?=\s|$)/y;
const INDENT = / */y;

class FlowScanner {
  private readonly lines: number[] = [];
  private position = 0;
  private depth = 0;
  private lineStart = 0;
  /** The column of the word that a colon would make a key. */
  private word = 0;
  /** The column of the key or dash that the next value belongs to: all that is deeper belongs to the value. */
  private parent = -1;

  constructor(private readonly text: string) {}

  public scan(): number[] {
    this.beginLine();
    while (this.position < this.text.length) {
      const pattern = this.depth === 0 ? BLOCK : FLOW;
      pattern.lastIndex = this.position;
      const { 0: token, groups = {} } = pattern.exec(this.text)!;
      const kind = Object.keys(groups).find(name => groups[name] !== undefined) as TokenKind;
      this.take(kind, this.position - this.lineStart, token);
    }
    return this.lines;
  }

  private take(kind: TokenKind, column: number, token: string): void {
    const start = this.position;
    this.position += token.length;
    switch (kind) {
      case 'pass':
        return;
      case 'line':
        return this.beginLine();
      case 'open':
        this.depth += 1;
        return;
      case 'close':
        this.depth -= 1;
        return;
      case 'dash':
        this.parent = column;
        return;
      case 'colon':
        this.parent = this.word;
        return;
      case 'quoted':
        this.word = column;
        return this.takeLinesOf(token, start);
      default:
        this.word = column;
        return this.takeRestOf(kind);
    }
  }

  private beginLine(): void {
    this.lineStart = this.position;
    if (this.depth > 0) {
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
  }

  /** A block of text, and a plain one that is no key, go on with all lines that are empty or deeper than what they belong to. */
  private takeRestOf(kind: 'scalar' | 'plain'): void {
    COLON.lastIndex = this.position;
    if (this.depth > 0 || (kind === 'plain' && COLON.test(this.text))) {
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
