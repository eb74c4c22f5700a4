import { equalNumbers, isNumber } from './compare-numbers';
import { CelObject } from './value';
import type { CelValue } from './value';

/** `left == right`. Values of different types are not equal; numbers of different types may be. */
export function equal(left: CelValue, right: CelValue): boolean {
  if (left === right && typeof left !== 'number') {
    return true;
  }
  if (left === null || right === null) {
    return false;
  }
  if (isNumber(left)) {
    return isNumber(right) && equalNumbers(left, right);
  }
  if (left instanceof CelObject) {
    return left.equals(right);
  }
  return left instanceof Uint8Array && right instanceof Uint8Array && Buffer.compare(left, right) === 0;
}
