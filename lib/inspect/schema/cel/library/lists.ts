import { CelError, noSuchOverload } from '../cel-error';
import { BINARY } from '../operators';
import { DYN, LIST, method } from '../overload';
import type { Overload } from '../overload';
import type { CelList } from '../values/cel-list';
import { Duration } from '../values/duration';
import { equal } from '../values/equal';
import { compare, isOrdered } from '../values/order';
import { Uint } from '../values/uint';
import { kindOf } from '../values/value';
import type { CelValue } from '../values/value';

/** Kubernetes' functions for lists. */
export const LISTS: readonly Overload[] = [
  method('isSorted', [LIST], list => comparable(list, 'isSorted').every((item, index, items) => index === 0 || order(items[index - 1], item) <= 0)),
  method('sum', [LIST], sum),
  method('min', [LIST], list => extreme(list, 'min', 1)),
  method('max', [LIST], list => extreme(list, 'max', -1)),
  method('indexOf', [LIST, DYN], ({ items }, value) => BigInt(items.findIndex(item => equal(item, value)))),
  method('lastIndexOf', [LIST, DYN], ({ items }, value) => lastIndexOf(items, value)),
];

function lastIndexOf(items: readonly CelValue[], value: CelValue): bigint {
  const fromEnd = [...items].reverse().findIndex(item => equal(item, value));
  return BigInt(fromEnd < 0 ? fromEnd : items.length - 1 - fromEnd);
}

/** The sum of the items, which are all of one type that its first item tells. @throws CelError for items that cannot be added. */
function sum({ items }: CelList): CelValue {
  if (items.length === 0) {
    return 0n;
  }
  const zero = ZEROS[kindOf(items[0])] as CelValue | undefined;
  if (zero === undefined) {
    throw noSuchOverload('sum(list)');
  }
  return items.reduce(BINARY['+'], zero);
}

const ZEROS: Readonly<Record<string, CelValue>> = {
  'double': 0, 'google.protobuf.Duration': Duration.of(0n), 'int': 0n, 'uint': Uint.of(0n),
};

/** The item that all others follow (`sign` 1) or come before (-1). @throws CelError when there is no item. */
function extreme(list: CelList, name: string, sign: number): CelValue {
  const items = comparable(list, name);
  if (items.length === 0) {
    throw new CelError(`${name} called on empty list`);
  }
  return items.reduce((best, item) => order(best, item) * sign > 0 ? item : best);
}

/** The items, whose type the first one tells. @throws CelError when it is a type without an order. */
function comparable({ items }: CelList, name: string): readonly CelValue[] {
  if (items.length > 0 && !isOrdered(items[0])) {
    throw noSuchOverload(`${name}(list)`);
  }
  return items;
}

/** How two items compare. Two of different types count as equal, and so does NaN. */
function order(left: CelValue, right: CelValue): number {
  try {
    return compare(left, right);
  } catch (error) {
    CelError.caught(error);
    return 0;
  }
}
