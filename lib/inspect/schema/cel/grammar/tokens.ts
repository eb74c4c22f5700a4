import { RuleError } from './rule-error';

/** A word of an expression. The text of a sign, name or keyword tells them apart by itself. */
export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'end';
  readonly text: string;
}

/** The words of an expression, and a last one that stands for its end. @throws RuleError at what can begin none. */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  while (place < expression.length) {
    WORD.lastIndex = place;
    const groups = WORD.exec(expression)?.groups;
    if (groups === undefined) {
      throw new RuleError(`Syntax error: token recognition error at: '${expression.slice(place, place + 10)}'`);
    }
    const [kind, text] = Object.entries(groups).find(([, match]) => match !== undefined)! as [Token['kind'] | 'gap', string];
    if (kind !== 'gap') {
      tokens.push({ kind, text });
    }
    place = WORD.lastIndex;
  }
  return [...tokens, { kind: 'end', text: '<EOF>' }];
}

const ESCAPED = '\\\\[^]';

/** Raw text ends at the first quote; other text may have one behind a backslash. Only between three quotes are there line breaks. */
const STRINGS = ['"', '\''].flatMap(quote => [
  `[rR]${quote.repeat(3)}[^]*?${quote.repeat(3)}`,
  `${quote.repeat(3)}(?:${ESCAPED}|[^\\\\])*?${quote.repeat(3)}`,
  `[rR]${quote}[^${quote}\\n\\r]*${quote}`,
  `${quote}(?:${ESCAPED}|[^\\\\${quote}\\n\\r])*${quote}`,
]);

const WORD = new RegExp([
  '(?<gap>[\\t\\n\\f\\r ]+|//[^\\n]*)',
  `(?<string>[bB]?(?:${STRINGS.join('|')}))`,
  '(?<number>0x[\\da-fA-F]+[uU]?|(?:\\d+\\.\\d+|\\.\\d+)(?:[eE][-+]?\\d+)?|\\d+[eE][-+]?\\d+|\\d+[uU]?)',
  '(?<name>[A-Za-z_]\\w*)',
  '(?<sign>&&|\\|\\||[=!<>]=|[-+*/%!<>?:.,()[\\]{}])',
].join('|'), 'y');
