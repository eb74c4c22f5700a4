import { own } from '../../own';
import { codePointCount } from '../../syntax/code-points';
import { CelError } from '../cel-error';
import { BOOL, BYTES, DOUBLE, DURATION, DYN, INT, LIST, MAP, STRING, TIMESTAMP, UINT, func, method } from '../overload';
import type { Overload } from '../overload';
import { CelType } from '../values/cel-type';
import { toDuration } from '../values/duration';
import { int64, intOfDouble } from '../values/int64';
import { textOf } from '../values/text-of';
import { Timestamp } from '../values/timestamp';
import { Uint } from '../values/uint';
import type { CelValue } from '../values/value';

/** CEL's own functions that make one type of value from another, and `size`. */
export const CONVERSIONS: readonly Overload[] = [
  func('dyn', [DYN], value => value),
  func('type', [DYN], CelType.of),

  func('bool', [BOOL], value => value),
  func('bool', [STRING], text => own(BOOLS, text) ?? fail('bool')),

  func('bytes', [BYTES], value => value),
  func('bytes', [STRING], text => new TextEncoder().encode(text)),

  func('double', [DOUBLE], value => value),
  func('double', [INT], Number),
  func('double', [UINT], ({ value }) => Number(value)),
  func('double', [STRING], doubleOf),

  func('duration', [DURATION], value => value),
  func('duration', [INT], () => fail('google.protobuf.Duration', 'int')),
  func('duration', [STRING], toDuration),

  func('int', [INT], value => value),
  func('int', [DOUBLE], intOfDouble),
  func('int', [UINT], ({ value }) => int64(value)),
  func('int', [DURATION], ({ nanoseconds }) => nanoseconds),
  func('int', [TIMESTAMP], ({ seconds }) => seconds),
  func('int', [STRING], text => integerOf(text, /^[-+]?\d+$/, 'int')),

  ...[BOOL, BYTES, DOUBLE, DURATION, INT, STRING, TIMESTAMP, UINT].map(param => func('string', [param], textOf)),

  func('timestamp', [TIMESTAMP], value => value),
  func('timestamp', [INT], seconds => Timestamp.of(seconds * 1_000_000_000n)),
  func('timestamp', [STRING], text => Timestamp.parse(text) ?? fail('google.protobuf.Timestamp')),

  func('uint', [UINT], value => value),
  func('uint', [DOUBLE], uintOfDouble),
  func('uint', [INT], Uint.of),
  func('uint', [STRING], text => Uint.of(integerOf(text, /^\d+$/, 'uint'))),

  ...[func, method].flatMap(form => [
    form('size', [STRING], text => BigInt(codePointCount(text))),
    form('size', [BYTES], bytes => BigInt(bytes.length)),
    form('size', [LIST], list => BigInt(list.size)),
    form('size', [MAP], map => BigInt(map.size)),
  ]),
];

const BOOLS: Readonly<Record<string, boolean>> = {
  1: true, t: true, T: true, true: true, TRUE: true, True: true,
  0: false, f: false, F: false, false: false, FALSE: false, False: false,
};

const INFINITY = /^[-+]?inf(?:inity)?$/i;
const DECIMAL = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
/** Go's float syntax lets digits be grouped, `1_000`. */
const GROUPING = /(?<=\d)_(?=\d)/g;

function doubleOf(text: string): CelValue {
  if (/^nan$/i.test(text)) {
    return NaN;
  }
  if (INFINITY.test(text)) {
    return text.startsWith('-') ? -Infinity : Infinity;
  }
  const digits = text.replace(GROUPING, '');
  const value = Number(digits);
  return DECIMAL.test(digits) && Number.isFinite(value) ? value : fail('double');
}

function integerOf(text: string, form: RegExp, target: 'int' | 'uint'): bigint {
  const value = form.test(text) ? BigInt(text.replace('+', '')) : undefined;
  const fits = target === 'int' ? BigInt.asIntN : BigInt.asUintN;
  return value !== undefined && fits(64, value) === value ? value : fail(target);
}

function uintOfDouble(value: number): CelValue {
  if (!(value >= 0 && value < 2 ** 64)) {
    throw new CelError('unsigned integer overflow');
  }
  return Uint.of(BigInt(Math.trunc(value)));
}

function fail(target: string, source = 'string'): never {
  throw new CelError(`type conversion error from '${source}' to '${target}'`);
}
