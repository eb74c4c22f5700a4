/** A text without the white space around it. It differs from JavaScript's `trim` in U+0085 and U+FEFF: only the first is white space here. */
export function trimSpace(text: string): string {
  return text.replace(SURROUNDING, '');
}

const SPACE = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
// Looking back keeps it from trying each blank of a long row within the text.
const SURROUNDING = new RegExp(`^${SPACE}+|(?<!${SPACE})${SPACE}+$`, 'g');
