import { CelError } from '../cel-error';
import { Uint } from './uint';
import type { CelValue } from './value';

/** Any of CEL's three kinds of numbers. They compare across kinds. */
export type CelNumber = bigint | number | Uint;

export function isNumber(value: CelValue): value is CelNumber {
  return typeof value === 'bigint' || typeof value === 'number' || value instanceof Uint;
}

/** Negative, zero or positive, as the left number is less, equal or greater. @throws CelError for NaN, which has no place in an order. */
export function compareNumbers(left: CelNumber, right: CelNumber): number {
  if (Number.isNaN(left) || Number.isNaN(right)) {
    throw new CelError('NaN values cannot be ordered');
  }
  const [a, b] = [unwrap(left), unwrap(right)];
  // An integer beside a double is taken as a double, and so loses what that cannot hold.
  const [x, y] = typeof a === typeof b ? [a, b] : [Number(a), Number(b)];
  return x < y ? -1 : Number(x > y);
}

export function equalNumbers(left: CelNumber, right: CelNumber): boolean {
  return !Number.isNaN(left) && !Number.isNaN(right) && compareNumbers(left, right) === 0;
}

function unwrap(value: CelNumber): bigint | number {
  return value instanceof Uint ? value.value : value;
}
