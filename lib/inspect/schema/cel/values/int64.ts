import { CelError } from '../cel-error';

/** The result of an operation on ints, unless it is wider than 64 bits. */
export function int64(value: bigint): bigint {
  if (BigInt.asIntN(64, value) !== value) {
    throw new CelError('integer overflow');
  }
  return value;
}

/** The int that a double is when its fraction is cut off. */
export function intOfDouble(value: number): bigint {
  // The bounds themselves are out, because they are the doubles that stand for some ints outside.
  if (!(value > -(2 ** 63) && value < 2 ** 63)) {
    throw new CelError('integer overflow');
  }
  return BigInt(Math.trunc(value));
}

/** The quotient, rounded towards minus infinity. */
export function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}
