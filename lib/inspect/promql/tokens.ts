/** A word, sign or text of a query. */
export interface Token {
  readonly kind: 'name' | 'text' | 'sign' | 'other';
  readonly text: string;
}

const PATTERNS: ReadonlyArray<readonly [kind: Token['kind'] | 'space', pattern: RegExp]> = [
  ['space', /\s+|#[^\n]*/y],
  ['text', /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|`[^`]*`/y],
  ['other', /\{\{[^}]*\}\}|\$\{[^}]*\}|\$\w+|\[[^\]]*\]/y],
  ['name', /[a-zA-Z_:][\w:]*/y],
  ['sign', /[!=]~|!=|==|>=|<=|[(){},=]/y],
  ['other', /\d[\w.]*|[^]/y],
];

/**
 * The parts of a query in PromQL. What stands in brackets is one part, and so is a variable of Grafana or of a template, whose value nobody
 * knows here.
 */
export function promqlTokens(query: string): Token[] {
  const tokens: Token[] = [];
  for (let position = 0; position < query.length;) {
    const [kind, text] = tokenAt(query, position);
    position += text.length;
    if (kind !== 'space') {
      tokens.push({ kind, text });
    }
  }
  return tokens;
}

function tokenAt(query: string, position: number): readonly [Token['kind'] | 'space', string] {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = position;
    const [text] = pattern.exec(query) ?? [];
    if (text !== undefined) {
      return [kind, text];
    }
  }
  return ['other', query[position]];
}
