/** A text on one line, in which nothing can steer a terminal: control characters are written as escapes. */
export function printable(text: string): string {
  // Nearly always there is none, and to look is swifter than to replace nothing.
  return text.search(CONTROL) < 0 ? text : text.replace(CONTROL, character => SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
