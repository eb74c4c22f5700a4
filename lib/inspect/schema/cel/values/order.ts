import { noSuchOverload } from '../cel-error';
import { compareNumbers, isNumber } from './compare-numbers';
import { Duration } from './duration';
import { Timestamp } from './timestamp';
import { kindOf } from './value';
import type { CelValue } from './value';

/** Negative, zero or positive, as `left` comes before, with or after `right`. @throws CelError when the two have no order. */
export function compare(left: CelValue, right: CelValue): number {
  if (isNumber(left) && isNumber(right)) {
    return compareNumbers(left, right);
  }
  const order = ORDERS[kindOf(left)] as ((a: CelValue, b: CelValue) => number) | undefined;
  if (order === undefined || kindOf(left) !== kindOf(right)) {
    throw noSuchOverload();
  }
  return order(left, right);
}

/** Whether the values of this one's type come before and behind one another. */
export function isOrdered(value: CelValue): boolean {
  return isNumber(value) || kindOf(value) in ORDERS;
}

/** By code points, as UTF-8 bytes are ordered: JavaScript's own `<` puts a character beyond U+FFFF before U+E000. */
export function compareText(left: string, right: string): number {
  return left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right));
}

const ORDERS: Readonly<Record<string, (left: never, right: never) => number>> = {
  'bool': (left: boolean, right: boolean) => Number(left) - Number(right),
  'bytes': (left: Uint8Array, right: Uint8Array) => Buffer.compare(left, right),
  'google.protobuf.Duration': (left: Duration, right: Duration) => sign(left.nanoseconds - right.nanoseconds),
  'google.protobuf.Timestamp': (left: Timestamp, right: Timestamp) => sign(left.nanoseconds - right.nanoseconds),
  'string': compareText,
};

function sign(value: bigint): number {
  return value < 0n ? -1 : Number(value > 0n);
}
