const CLOSING: ReadonlyMap<string, string> = new Map([['(', ')'], ['[', ']'], ['{', '}']]);

/** A whole text in quotes, a comment, or one sign that opens or closes something. */
const PARTS = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|`[^`]*`|#[^\n]*|[()[\]{}"'`]/g;

/**
 * What is opened in a query and not closed, or closed and not opened; undefined: nothing. No Prometheus loads a file with such a query, nor the
 * rules beside it.
 */
export function unbalanced(query: string): string | undefined {
  const open: string[] = [];
  for (const [part] of query.matchAll(PARTS)) {
    if (CLOSING.has(part)) {
      open.push(part);
    } else if (/^["'`]$/.test(part)) {
      return part;
    } else if (/^[)\]}]$/.test(part) && CLOSING.get(open.pop() ?? '') !== part) {
      return part;
    }
  }
  return open.pop();
}
