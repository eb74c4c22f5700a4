import { CelError, noSuchOverload } from './cel-error';
import { CelList } from './values/cel-list';
import { CelMap } from './values/cel-map';
import { Duration } from './values/duration';
import { equal } from './values/equal';
import { int64 } from './values/int64';
import { compare, isOrdered } from './values/order';
import { Timestamp } from './values/timestamp';
import { Uint } from './values/uint';
import { kindOf } from './values/value';
import type { CelValue } from './values/value';

type Binary = (left: CelValue, right: CelValue) => CelValue;

/** The binary operators that look at both of their sides, by the sign that stands between them. */
export const BINARY: Readonly<Record<string, Binary>> = {
  '==': equal,
  '!=': (left, right) => !isEqual(left, right),
  '<': comparison('_<_', order => order < 0),
  '<=': comparison('_<=_', order => order <= 0),
  '>': comparison('_>_', order => order > 0),
  '>=': comparison('_>=_', order => order >= 0),
  'in': (item, container) => contains(container, item),
  '+': byKind('_+_', {
    'bytes': same((left: Uint8Array, right: Uint8Array) => Buffer.concat([left, right])),
    'double': same((left: number, right: number) => left + right),
    'google.protobuf.Duration': addToDuration,
    'google.protobuf.Timestamp': addToTimestamp,
    'int': same((left: bigint, right: bigint) => int64(left + right)),
    'list': same((left: CelList, right: CelList) => left.plus(right)),
    'string': same((left: string, right: string) => left + right),
    'uint': same((left: Uint, right: Uint) => Uint.of(left.value + right.value)),
  }),
  '-': byKind('_-_', {
    'double': same((left: number, right: number) => left - right),
    'google.protobuf.Duration': same((left: Duration, right: Duration) => Duration.of(left.nanoseconds - right.nanoseconds)),
    'google.protobuf.Timestamp': subtractFromTimestamp,
    'int': same((left: bigint, right: bigint) => int64(left - right)),
    'uint': same((left: Uint, right: Uint) => Uint.of(left.value - right.value)),
  }),
  '*': byKind('_*_', {
    double: same((left: number, right: number) => left * right),
    int: same((left: bigint, right: bigint) => int64(left * right)),
    uint: same((left: Uint, right: Uint) => Uint.of(left.value * right.value)),
  }),
  '/': byKind('_/_', {
    double: same((left: number, right: number) => left / right),
    int: same((left: bigint, right: bigint) => int64(left / divisor(right, 'division'))),
    uint: same((left: Uint, right: Uint) => Uint.of(left.value / divisor(right.value, 'division'))),
  }),
  '%': byKind('_%_', {
    int: same((left: bigint, right: bigint) => left - right * int64(left / divisor(right, 'modulus'))),
    uint: same((left: Uint, right: Uint) => Uint.of(left.value % divisor(right.value, 'modulus'))),
  }),
};

export function not(value: CelValue): CelValue {
  return !toBool(value);
}

export function negate(value: CelValue): CelValue {
  if (typeof value === 'number') {
    return -value;
  }
  if (value instanceof Duration) {
    return Duration.of(-value.nanoseconds);
  }
  if (typeof value !== 'bigint') {
    throw typeof value === 'boolean' ? noSuchOverload() : unsupported('-_', value);
  }
  return int64(-value);
}

/** A value where the language wants a bool. */
export function toBool(value: CelValue): boolean {
  if (typeof value !== 'boolean') {
    throw noSuchOverload();
  }
  return value;
}

/** `item in container`. */
export function contains(container: CelValue, item: CelValue): boolean {
  if (container instanceof CelList) {
    return container.items.some(candidate => isEqual(item, candidate));
  }
  if (container instanceof CelMap) {
    return container.find(item) !== undefined;
  }
  throw noSuchOverload();
}

/** Whether two values are equal, where an error means that they are not. */
function isEqual(left: CelValue, right: CelValue): boolean {
  try {
    return equal(left, right);
  } catch (error) {
    CelError.caught(error);
    return false;
  }
}

/** The operator that asks for the order of its sides. */
function comparison(name: string, holds: (order: number) => boolean): Binary {
  return (left, right) => {
    if (!isOrdered(left)) {
      throw noSuchOverload(name);
    }
    return holds(compare(left, right));
  };
}

/** The operator that does what the table says for the type of its left side. */
function byKind(name: string, kinds: Readonly<Record<string, Binary>>): Binary {
  return (left, right) => {
    const operation = kinds[kindOf(left)] as Binary | undefined;
    if (operation === undefined) {
      throw unsupported(name, left);
    }
    return operation(left, right);
  };
}

/** The error of an operator that does not apply to a value. The API server names the operator, but not for types that have methods. */
function unsupported(name: string, value: CelValue): CelError {
  return noSuchOverload(WITH_METHODS.has(kindOf(value)) ? undefined : name);
}

const WITH_METHODS: ReadonlySet<string> = new Set(['string', 'google.protobuf.Duration', 'google.protobuf.Timestamp']);

/** An operation on two values of one type. */
function same<T extends CelValue>(operation: (left: T, right: T) => CelValue): Binary {
  return (left, right) => {
    if (kindOf(left) !== kindOf(right)) {
      throw noSuchOverload();
    }
    return operation(left as T, right as T);
  };
}

function addToDuration(left: CelValue, right: CelValue): CelValue {
  return right instanceof Timestamp
    ? right.plus(left as Duration)
    : same((a: Duration, b: Duration) => Duration.of(a.nanoseconds + b.nanoseconds))(left, right);
}

function addToTimestamp(left: CelValue, right: CelValue): CelValue {
  if (!(right instanceof Duration)) {
    throw noSuchOverload();
  }
  return (left as Timestamp).plus(right);
}

function subtractFromTimestamp(left: CelValue, right: CelValue): CelValue {
  return right instanceof Duration
    ? (left as Timestamp).minus(right)
    : same((a: Timestamp, b: Timestamp) => a.since(b))(left, right);
}

function divisor(value: bigint, operation: string): bigint {
  if (value === 0n) {
    throw new CelError(`${operation} by zero`);
  }
  return value;
}
