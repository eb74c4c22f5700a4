import { INVISIBLE } from '../invisible';

/** A text on one line, in which nothing can steer a terminal and nothing is hidden: control and invisible characters are written as escapes. */
export function printable(text: string): string {
  // Nearly always there is none, and to look is swifter than to replace nothing.
  return text.search(CONTROL) < 0 ? text : text.replace(CONTROL, character => SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// One set of characters: two are searched one after the other.
const CONTROL = new RegExp(`[\\u0000-\\u001f\\u007f-\\u009f${INVISIBLE.source.slice(1)}`, 'g');
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
