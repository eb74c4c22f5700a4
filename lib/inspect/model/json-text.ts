import type { Mistake } from './document-problem';

/** Whether a text is JSON, and not merely begins like it. */
export function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The first comment of a text that begins like JSON and is none. YAML, for which newer releases of kubectl take it, has no such comments. */
export function jsonComment(text: string): Mistake | undefined {
  const comment = text.includes('//') ? [...text.matchAll(COMMENT)].find(({ 0: found }) => found === '//') : undefined;
  return comment && { offset: comment.index, message: 'JSON and YAML have no comments that start with "//"', repair: 'remove it' };
}

/** The pattern of a quote that closes a text: the number of backslashes before it is even. */
export const CLOSING_QUOTE = '(?<!\\\\)(?:\\\\\\\\)*"';

/** What stands in quotes, a comment of YAML, or one that is none: not a part of a text without quotes, such as a path. */
const COMMENT = new RegExp(`"(?:.*?${CLOSING_QUOTE}|[^]{0,2000}?${CLOSING_QUOTE}|.*)|'[^']*'|(?<=\\s)#.*|(?<=(?:^|[{[,}\\]"'])[ \\t]*)\\/\\/`, 'gm');
