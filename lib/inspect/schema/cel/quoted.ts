/** A text in double quotes, with what cannot be printed escaped, as the API server writes texts into its errors. */
export function quoted(text: string): string {
  return `"${text.replace(UNPRINTABLE, escaped)}"`;
}

const UNPRINTABLE = /["\\]|[^\P{C}\p{Cs}]|[^\P{Z} ]|\p{Cs}/gu;

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"', '\\': '\\\\', '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v',
};

function escaped(character: string): string {
  const code = character.codePointAt(0)!;
  return SHORT[character] ?? (code < 0x80 ? `\\x${hex(code, 2)}` : code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`);
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
