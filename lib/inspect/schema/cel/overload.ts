import { CelList } from './values/cel-list';
import { CelMap } from './values/cel-map';
import { Duration } from './values/duration';
import { Optional } from './values/optional';
import { Timestamp } from './values/timestamp';
import { Uint } from './values/uint';
import type { CelValue } from './values/value';

/** What a parameter takes. */
export type Param<T extends CelValue> = (value: CelValue) => value is T;

/** One meaning of a function: it applies where every argument suits its parameter. */
export interface Overload {
  readonly name: string;
  /** called on its first argument, `text.size()`, rather than with it */
  readonly method: boolean;
  readonly params: ReadonlyArray<Param<CelValue>>;
  readonly call: (...args: readonly never[]) => CelValue;
}

type Arguments<P extends ReadonlyArray<Param<CelValue>>> = { [I in keyof P]: P[I] extends Param<infer T> ? T : never };

/** A function that is called by its name alone: `size(text)`, `sets.contains(a, b)`. */
export function func<const P extends ReadonlyArray<Param<CelValue>>>(name: string, params: P, call: (...args: Arguments<P>) => CelValue): Overload {
  return { name, method: false, params, call: call as Overload['call'] };
}

/** A function that is called on a value; the first parameter is that value. */
export function method<const P extends ReadonlyArray<Param<CelValue>>>(name: string, params: P, call: (...args: Arguments<P>) => CelValue): Overload {
  return { name, method: true, params, call: call as Overload['call'] };
}

/** The parameter that takes the values of a class. */
export function instance<T extends CelValue>(type: Function & { readonly prototype: T }): Param<T> {
  return (value): value is T => value instanceof type;
}

export const DYN: Param<CelValue> = (value): value is CelValue => value !== undefined;
export const BOOL: Param<boolean> = value => typeof value === 'boolean';
export const INT: Param<bigint> = value => typeof value === 'bigint';
export const DOUBLE: Param<number> = value => typeof value === 'number';
export const STRING: Param<string> = value => typeof value === 'string';
export const UINT = instance(Uint);
export const BYTES = instance(Uint8Array);
export const LIST = instance(CelList);
export const MAP = instance(CelMap);
export const DURATION = instance(Duration);
export const TIMESTAMP = instance(Timestamp);
export const OPTIONAL = instance(Optional);
