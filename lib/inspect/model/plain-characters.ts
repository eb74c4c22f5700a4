import { FIRST_CHARACTERS } from './plain-scalar';

export const NEWLINE = 10;
export const SPACE = 32;
export const QUOTE = code('"');
export const HASH = code('#');
export const APOSTROPHE = code('\'');
export const COMMA = code(',');
export const DASH = code('-');
export const COLON = code(':');
export const BACKSLASH = code('\\');
export const OPEN_LIST = code('[');
export const CLOSE_LIST = code(']');
export const LITERAL = code('|');
export const OPEN_MAPPING = code('{');
export const CLOSE_MAPPING = code('}');
export const PLUS = code('+');

/** What can stand in a key without quotes. All that JavaScript would take for an index, and so put elsewhere, begins with a digit. */
export const KEY_START = table('_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
export const KEY = table('-./_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');

/** With what no text without quotes begins, or not in each place. */
export const INDICATOR = table(' !"#%&\'*,-:>?@[]`{|}');
/** What ends a text without quotes within brackets, as Kubernetes reads it. */
export const FLOW_END = table(',?[]{}');
/** With what something can begin that is no text, though it has no quotes. */
export const WORD_START = table(FIRST_CHARACTERS.join(''));

/** Whether a text can hold it as it is, on one line. A tab is none of these, and what is rare is left to others. */
export function isText(character: number): boolean {
  return (character >= SPACE && character <= 126) || (character >= 0xA0 && character < 0xD800);
}

function code(character: string): number {
  return character.charCodeAt(0);
}

/** For each character of ASCII whether it is one of these: 1 or 0. */
function table(characters: string): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, character) => Number(characters.includes(String.fromCharCode(character))));
}
