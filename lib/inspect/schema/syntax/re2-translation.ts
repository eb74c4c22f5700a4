/**
 * A regular expression of JavaScript that matches where the pattern of Go's regexp package (RE2) matches; undefined when there is
 * none, when the pattern uses what the engines read differently, or when matching could take exponential time.
 *
 * Translated are literals, escapes, classes, groups, alternatives and repetitions. A repetition within a repetition is left out, because
 * JavaScript's engine may try all ways to share the text between the two.
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

/** RE2 refuses to repeat anything more often. */
const MOST = 1000;

/** What `\s` is in RE2. */
const SPACES = '\\t\\n\\f\\r ';

/** One pattern on its way. Throws a SyntaxError where it finds something to leave to RE2. */
class Translation {
  private result = '';
  /** for each open group: whether something in it repeats */
  private readonly groups = [false];
  /** whether something repeats in what a quantifier would repeat; undefined where there is nothing to repeat */
  private last?: boolean;

  private readonly readers: Readonly<Record<string, (text: string, token: Readonly<Record<string, string>>) => void>> = {
    quantifier: text => this.quantify(text),
    opening: text => this.open(text),
    closing: () => this.close(),
    members: (text, { negation }) => this.add(`[${negation}${membersOf(text)}]`),
    escaped: text => this.add(escapeOf(text)),
    anchor: text => this.mark(text),
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
    return this.result;
  }

  private quantify(quantifier: string): void {
    const repeats = !quantifier.startsWith('?');
    const { last } = this;
    if (last === undefined || (last && repeats) || (quantifier.match(/\d+/g) ?? []).some(times => Number(times) > MOST)) {
      leaveToRe2(quantifier);
    }
    this.mark(quantifier);
    this.groups[this.groups.length - 1] ||= repeats;
  }

  private open(bracket: string): void {
    this.mark(bracket);
    this.groups.push(false);
  }

  private close(): void {
    if (this.groups.length === 1) {
      leaveToRe2(')');
    }
    const repeats = this.groups.pop()!;
    this.groups[this.groups.length - 1] ||= repeats;
    this.add(')', repeats);
  }

  /** @param repeats whether something repeats in what is added */
  private add(text: string, repeats = false): void {
    this.result += text;
    this.last = repeats;
  }

  /** Adds what cannot be repeated. */
  private mark(text: string): void {
    this.result += text;
    this.last = undefined;
  }
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
