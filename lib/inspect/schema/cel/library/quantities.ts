import { CelError } from '../cel-error';
import { INT, STRING, func, instance, method } from '../overload';
import type { Overload } from '../overload';
import { succeeds } from '../succeeds';
import { Quantity } from './quantity';

const QUANTITY = instance(Quantity);

/** Kubernetes' quantities, since 1.29. */
export const QUANTITIES: readonly Overload[] = [
  func('quantity', [STRING], Quantity.parse),
  func('isQuantity', [STRING], text => succeeds(() => Quantity.parse(text))),
  func('sign', [QUANTITY], quantity => quantity.sign),
  method('isInteger', [QUANTITY], ({ integer }) => integer !== undefined),
  method('asInteger', [QUANTITY], asInteger),
  method('asApproximateFloat', [QUANTITY], quantity => quantity.approximation),
  method('add', [QUANTITY, QUANTITY], (left, right) => left.plus(right)),
  method('add', [QUANTITY, INT], (left, right) => left.plus(Quantity.of(right))),
  method('sub', [QUANTITY, QUANTITY], (left, right) => left.minus(right)),
  method('sub', [QUANTITY, INT], (left, right) => left.minus(Quantity.of(right))),
  method('compareTo', [QUANTITY, QUANTITY], (left, right) => left.compareTo(right)),
  method('isLessThan', [QUANTITY, QUANTITY], (left, right) => left.compareTo(right) < 0n),
  method('isGreaterThan', [QUANTITY, QUANTITY], (left, right) => left.compareTo(right) > 0n),
];

function asInteger({ integer }: Quantity): bigint {
  if (integer === undefined) {
    throw new CelError('cannot convert value to integer');
  }
  return integer;
}
