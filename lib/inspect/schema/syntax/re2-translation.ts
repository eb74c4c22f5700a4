import { WayCount } from './way-count';

/** The longest text that a translated pattern is meant for. */
export const LONGEST_TEXT = 200;

/**
 * One part without an end and a few choices make no more. From each place of such a text, and for each of its characters, that is at worst
 * 40 million steps: half a second.
 */
const MOST_WAYS = 1000;

/**
 * A regular expression of JavaScript that matches where the pattern of Go's regexp package (RE2) matches; undefined when there is
 * none, when the pattern uses what the engines read differently, or when matching could take long.
 *
 * Translated are literals, escapes, classes, groups, alternatives and repetitions. JavaScript's engine may try all ways to share a text
 * among the parts of a pattern, so those ways are counted, and a pattern with many is left out.
 */
export function toJavaScript(pattern: string): RegExp | undefined {
  try {
    return new RegExp(new Translation().of(pattern), 'u');
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

/** Whatever RE2 reads as one thing. What it does not match, such as `(?i)`, is left to RE2. */
const TOKEN = new RegExp([
  '(?<quantifier>(?:[*+?]|\\{\\d+(?:,\\d*)?\\})\\??)',
  '(?<opening>\\((?:\\?:)?(?!\\?))',
  '(?<closing>\\))',
  // The first member of a class may be a bracket that closes nothing.
  '\\[(?<negation>\\^?)(?<members>\\]?(?:\\\\.|[^\\]\\\\])*)\\]',
  '\\\\(?<escaped>x[0-9a-fA-F]{2}|.)',
  '(?<anchor>[\\^$|])',
  '(?<character>[^\\\\()[*+?])',
].join('|'), 'suy');

/** RE2 refuses to repeat anything more often, all repetitions around it together. */
const MOST_TIMES = 1000;

/** What `\s` is in RE2. */
const SPACES = '\\t\\n\\f\\r ';

/** One pattern on its way. Throws a SyntaxError where it finds something to leave to RE2. */
class Translation {
  private result = '';
  /** the open groups, behind the pattern as a whole */
  private readonly groups = [new WayCount(LONGEST_TEXT)];
  /** how often the most repeated part of each of them is repeated there */
  private readonly repeats = [1];
  /** how often the most repeated part of the last token is */
  private lastRepeats = 1;
  /** whether there is something to repeat before the next token */
  private isRepeatable = false;

  private readonly readers: Readonly<Record<string, (text: string, token: Readonly<Record<string, string>>) => void>> = {
    quantifier: text => this.quantify(text),
    opening: text => this.open(text),
    closing: () => this.close(),
    members: (text, { negation }) => this.add(`[${negation}${membersOf(text)}]`),
    escaped: text => this.add(escapeOf(text)),
    anchor: text => this.anchor(text),
    character: text => this.add(characterOf(text)),
  };

  public of(pattern: string): string {
    let end = 0;
    while (end < pattern.length) {
      TOKEN.lastIndex = end;
      const { groups = {} } = TOKEN.exec(pattern) ?? leaveToRe2(pattern);
      end = TOKEN.lastIndex;
      const name = Object.keys(this.readers).find(reader => groups[reader] !== undefined);
      this.readers[name!](groups[name!], groups);
    }
    return this.groups[0].total <= MOST_WAYS ? this.result : leaveToRe2(pattern);
  }

  private get group(): WayCount {
    return this.groups[this.groups.length - 1];
  }

  private quantify(quantifier: string): void {
    const [least, most] = timesOf(quantifier);
    const repeats = this.lastRepeats * Math.max(1, Number.isFinite(most) ? most : least);
    if (!this.isRepeatable || Math.max(least, repeats) > MOST_TIMES) {
      leaveToRe2(quantifier);
    }
    this.noteRepeats(repeats);
    this.group.repeat(least, most);
    this.mark(quantifier);
  }

  private open(bracket: string): void {
    this.mark(bracket);
    this.groups.push(new WayCount(LONGEST_TEXT));
    this.repeats.push(1);
  }

  private close(): void {
    if (this.groups.length === 1) {
      leaveToRe2(')');
    }
    const { total } = this.groups.pop()!;
    this.add(')', total);
    this.lastRepeats = this.repeats.pop()!;
    this.noteRepeats(this.lastRepeats);
  }

  private anchor(text: string): void {
    if (text === '|') {
      this.group.alternative();
    }
    this.mark(text);
  }

  private add(text: string, ways = 1): void {
    this.result += text;
    this.group.add(ways);
    this.isRepeatable = true;
    this.lastRepeats = 1;
  }

  private noteRepeats(times: number): void {
    this.repeats.push(Math.max(this.repeats.pop()!, times));
  }

  /** Adds what cannot be repeated. */
  private mark(text: string): void {
    this.result += text;
    this.isRepeatable = false;
  }
}

/** How often at least and at most a quantifier repeats. */
function timesOf(quantifier: string): readonly [least: number, most: number] {
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)/.exec(quantifier) ?? [];
  if (least === undefined) {
    return [quantifier.startsWith('+') ? 1 : 0, quantifier.startsWith('?') ? 1 : Infinity];
  }
  return [Number(least), comma === '' ? Number(least) : most === '' ? Infinity : Number(most)];
}

function membersOf(members: string): string {
  if (members.includes('[:')) {
    leaveToRe2(members);
  }
  return members.replace(/\\(x[0-9a-fA-F]{2}|.)|\[|^\]/gsu, (member, escaped: string | undefined) => {
    if (escaped === 's') {
      return SPACES;
    }
    return escaped === undefined ? `\\${member}` : 'DWS'.includes(escaped) ? leaveToRe2(members) : escapeOf(escaped);
  });
}

function characterOf(character: string): string {
  if (character === '.') {
    return '[^\\n]';
  }
  return '{}]'.includes(character) ? `\\${character}` : character;
}

/** An escape in JavaScript; letters and digits that may mean something else there are left to RE2. */
function escapeOf(escaped: string): string {
  if (escaped === 's' || escaped === 'S') {
    return `[${escaped === 'S' ? '^' : ''}${SPACES}]`;
  }
  if (escaped.length > 1 || /[dDwWntrfv^$\\.*+?()[\]{}|/]/.test(escaped)) {
    return `\\${escaped}`;
  }
  if (escaped === '-') {
    return '\\x2d';
  }
  return /[^\x21-\x7e]|[A-Za-z0-9]/.test(escaped) ? leaveToRe2(escaped) : escaped;
}

function leaveToRe2(what: string): never {
  throw new SyntaxError(`left to RE2: ${what}`);
}
