import { codePointCount, codePoints, unitAt } from '../../syntax/code-points';
import { CelError } from '../cel-error';
import { INT, LIST, STRING, func, method } from '../overload';
import type { Overload } from '../overload';
import { trimSpace } from '../trim-space';
import { CelList } from '../values/cel-list';
import { textOf } from '../values/text-of';
import { formatString } from './format-string';

/** Texts: CEL's own functions and the strings extension, version 2, which Kubernetes has since 1.29. */
export const STRINGS: readonly Overload[] = [
  method('contains', [STRING, STRING], (text, part) => text.includes(part)),
  method('startsWith', [STRING, STRING], (text, part) => text.startsWith(part)),
  method('endsWith', [STRING, STRING], (text, part) => text.endsWith(part)),
  method('charAt', [STRING, INT], charAt),
  method('indexOf', [STRING, STRING], (text, part) => indexOf(text, part, 0n)),
  method('indexOf', [STRING, STRING, INT], indexOf),
  method('lastIndexOf', [STRING, STRING], (text, part) => lastIndexOf(text, part, BigInt(codePointCount(text)) - (part === '' ? 0n : 1n))),
  method('lastIndexOf', [STRING, STRING, INT], lastIndexOf),
  method('lowerAscii', [STRING], text => text.replace(/[A-Z]+/g, letters => letters.toLowerCase())),
  method('upperAscii', [STRING], text => text.replace(/[a-z]+/g, letters => letters.toUpperCase())),
  method('replace', [STRING, STRING, STRING], (text, part, by) => replace(text, part, by, -1n)),
  method('replace', [STRING, STRING, STRING, INT], (text, part, by, times) => replace(text, part, by, times)),
  method('split', [STRING, STRING], (text, separator) => split(text, separator, -1n)),
  method('split', [STRING, STRING, INT], split),
  method('substring', [STRING, INT], substringFrom),
  method('substring', [STRING, INT, INT], substring),
  method('trim', [STRING], trimSpace),
  method('join', [LIST], list => join(list, '')),
  method('join', [LIST, STRING], join),
  method('format', [STRING, LIST], formatString),
  func('strings.quote', [STRING], quote),
];

function charAt(text: string, index: bigint): string {
  const points = codePoints(text);
  return points[within(points, index)] ?? '';
}

function indexOf(text: string, part: string, from: bigint): bigint {
  if (part === '') {
    return from;
  }
  return positionOf(text.indexOf(part, startOf(text, from)), text);
}

function lastIndexOf(text: string, part: string, from: bigint): bigint {
  if (part === '') {
    return from;
  }
  const last = startOf(text, from);
  return last >= text.length ? -1n : positionOf(text.lastIndexOf(part, last), text);
}

function replace(text: string, part: string, by: string, times: bigint): string {
  const pieces = part === '' ? ['', ...codePoints(text), ''] : text.split(part);
  const replaced = times < 0n ? pieces.length : Number(times) + 1;
  return [pieces.slice(0, replaced).join(by), ...pieces.slice(replaced)].join(part);
}

function split(text: string, separator: string, most: bigint): CelList {
  const pieces = separator === '' ? codePoints(text) : text.split(separator);
  if (most < 0n || pieces.length <= most) {
    return CelList.of(pieces);
  }
  const whole = Number(most) - 1;
  return CelList.of(most === 0n ? [] : [...pieces.slice(0, whole), pieces.slice(whole).join(separator)]);
}

function substringFrom(text: string, start: bigint): string {
  const points = codePoints(text);
  return points.slice(within(points, start)).join('');
}

function substring(text: string, start: bigint, end: bigint): string {
  if (start > end) {
    throw new CelError(`invalid substring range. start: ${start}, end: ${end}`);
  }
  const points = codePoints(text);
  return points.slice(within(points, start), within(points, end)).join('');
}

function join(list: CelList, separator: string): string {
  return list.items.map(item => {
    if (typeof item !== 'string') {
      throw new CelError(`join: invalid input: ${textOf(item)}`);
    }
    return item;
  }).join(separator);
}

function quote(text: string): string {
  return `"${text.replace(/[\x07\b\f\n\r\t\v\\"]/g, character => ESCAPES[character])}"`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '\\': '\\\\', '"': '\\"',
};

/** An index into the characters; the one past the last counts as one. */
function within(points: readonly string[], index: bigint): number {
  if (index < 0n || index > points.length) {
    throw new CelError(`index out of range: ${index}`);
  }
  return Number(index);
}

/** Where in the JavaScript string the character of this index begins. */
function startOf(text: string, index: bigint): number {
  if (index < 0n) {
    throw new CelError(`index out of range: ${index}`);
  }
  return unitAt(text, Number(index));
}

/** The index of the character at this place of the JavaScript string; -1 stays. */
function positionOf(unit: number, text: string): bigint {
  return BigInt(unit < 0 ? unit : codePointCount(text.slice(0, unit)));
}
