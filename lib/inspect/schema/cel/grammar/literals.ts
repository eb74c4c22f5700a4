import { Uint } from '../values/uint';
import type { CelValue } from '../values/value';
import { RuleError } from './rule-error';

/** The value of `42`, `0x2a`, `42u` or `4.2e1`, with the minus that may stand before it. @throws RuleError when it is too large. */
export function numberLiteral(text: string, negative = false): CelValue {
  if (!text.startsWith('0x') && /[.eE]/.test(text)) {
    return negative ? -Number(text) : Number(text);
  }
  if (isUnsigned(text)) {
    return unsigned(BigInt(text.slice(0, -1)));
  }
  const value = negative ? -BigInt(text) : BigInt(text);
  if (BigInt.asIntN(64, value) !== value) {
    throw new RuleError('invalid int literal');
  }
  return value;
}

export function isUnsigned(text: string): boolean {
  return /u$/i.test(text);
}

function unsigned(value: bigint): Uint {
  if (BigInt.asUintN(64, value) !== value) {
    throw new RuleError('invalid uint literal');
  }
  return Uint.of(value);
}

/** The value of `'text'`, `r"text"`, `b'bytes'` and so on, with its quotes. @throws RuleError when an escape means nothing. */
export function stringLiteral(text: string): CelValue {
  const [, bytes, raw, quoted] = /^([bB]?)([rR]?)([^]*)$/.exec(text)!;
  const quotes = /^("""|''')/.test(quoted) ? 3 : 1;
  const content = quoted.slice(quotes, -quotes).replace(/\r\n?/g, '\n');
  if (bytes !== '') {
    return raw === '' ? unescapedBytes(content) : Buffer.from(content);
  }
  return raw === '' ? content.replace(ESCAPE, (escape, code: string) => character(escape, code)) : content;
}

const ESCAPE = /\\([xX][\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-3][0-7]{2}|[^])/g;

const SHORT: Readonly<Record<string, string>> = {
  'a': '\x07', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\', '?': '?', '"': '"', '\'': '\'', '`': '`',
};

/** The character that an escape stands for. */
function character(escape: string, code: string): string {
  const point = codeOf(code);
  if (point === undefined) {
    return shortEscape(escape, code);
  }
  if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
    unknown(escape);
  }
  return String.fromCodePoint(point);
}

function codeOf(code: string): number | undefined {
  if (code.length === 1) {
    return undefined;
  }
  return /^\d/.test(code) ? parseInt(code, 8) : parseInt(code.slice(1), 16);
}

/** In bytes, an escape with digits stands for one byte, and any other text for its UTF-8. */
function unescapedBytes(content: string): Uint8Array {
  const parts = content.split(BYTE);
  return Buffer.concat(parts.map((part, place) => place % 2 === 1 ? Buffer.from([codeOf(part)!]) : Buffer.from(part.replace(ESCAPE, shortEscape))));
}

const BYTE = /\\([xX][\da-fA-F]{2}|[0-3][0-7]{2})/;

function shortEscape(escape: string, code: string): string {
  return SHORT[code] ?? unknown(escape);
}

function unknown(escape: string): never {
  throw new RuleError(`invalid escape sequence: ${escape}`);
}
