import { CelError } from './cel-error';
import { CelList } from './values/cel-list';
import { CelMap } from './values/cel-map';
import { Optional } from './values/optional';
import { textOf } from './values/text-of';
import { Uint } from './values/uint';
import { kindOf } from './values/value';
import type { CelValue } from './values/value';

/** `value.field` and `value[key]`; of an optional value, the optional part. @throws CelError when there is no such part. */
export function select(value: CelValue, key: CelValue): CelValue {
  if (value instanceof Optional) {
    return selectOptional(value, key);
  }
  const part = partOf(value, key);
  if (part === undefined) {
    throw new CelError(`${value instanceof CelList ? 'index out of bounds' : 'no such key'}: ${textOf(key)}`);
  }
  return part;
}

/** `value.?field` and `value[?key]`. */
export function selectOptional(value: CelValue, key: CelValue): Optional {
  if (value instanceof Optional) {
    return value.content === undefined ? Optional.NONE : selectOptional(value.content, key);
  }
  return Optional.of(partOf(value, key));
}

/** `has(value.field)` */
export function has(value: CelValue, field: string): boolean {
  return value instanceof Optional ? selectOptional(value, field).content !== undefined : partOf(value, field) !== undefined;
}

function partOf(value: CelValue, key: CelValue): CelValue | undefined {
  if (value instanceof CelMap) {
    return value.find(key);
  }
  return value instanceof CelList ? value.items[indexOf(key)] : undefined;
}

function indexOf(key: CelValue): number {
  const index = key instanceof Uint ? key.value : key;
  if (typeof index === 'string' || (typeof index !== 'bigint' && typeof index !== 'number')) {
    throw new CelError(`unsupported index type '${kindOf(key)}' in list`);
  }
  if (!Number.isInteger(Number(index))) {
    throw new CelError(`unsupported index value ${textOf(key)} in list`);
  }
  return Number(index);
}
