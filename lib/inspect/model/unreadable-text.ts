import type { DocumentProblem } from './document-problem';
import { REPLACEMENT } from './source-file';

/** How long a document may be: about ten times what 25,000 objects are, and not so long that its values could exhaust the memory. */
export const MAX_LENGTH = 32 * 1024 * 1024;

/**
 * What keeps the text of a document from being parsed at all.
 *
 * @param isDamaged whether some of the bytes of its file were no UTF-8
 * @param isJson whether its file is JSON, which takes more characters
 */
export function unreadableText(text: string, isDamaged: boolean, isJson = false): DocumentProblem | undefined {
  if (text.length > MAX_LENGTH) {
    const repair = 'split it; when exporting from a cluster, export fewer kinds or namespaces at once';
    return { kind: 'unbounded', path: [], offset: 0, message: 'the document is larger than 32 MiB, and is skipped', repair };
  }
  const [damage, zero] = [isDamaged ? text.indexOf(REPLACEMENT) : -1, text.indexOf('\0')];
  if (damage >= 0) {
    return { kind: 'syntax', path: [], offset: damage, message: 'the text is not UTF-8', repair: 'save the file as UTF-8' };
  }
  return zero < 0
    ? refusedCharacter(text, isJson ? REFUSED_IN_JSON : REFUSED)
    : { kind: 'syntax', path: [], offset: zero, message: 'the text contains a null byte', repair: 'save the file as UTF-8' };
}

function refusedCharacter(text: string, refused: RegExp): DocumentProblem | undefined {
  const offset = text.search(refused);
  if (offset < 0) {
    return undefined;
  }
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const repair = `remove it, or write \\u${code} in double quotes`;
  return { kind: 'syntax', path: [], offset, message: `the character U+${code} is not allowed in ${refused === REFUSED ? 'YAML' : 'JSON'}`, repair };
}

/** What Kubernetes takes nowhere, not even in comments. */
const REFUSED = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
const REFUSED_IN_JSON = /[\u0001-\u0008\u000b\u000c\u000e-\u001f]/;
