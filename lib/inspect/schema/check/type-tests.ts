import { isObject } from '../../is-object';
import { TypeCode } from '../node';

/** Whether a value has a type. What an integer is depends on who decodes it. */
export function typeTests(isInteger: (value: unknown) => boolean): Readonly<Record<TypeCode, (value: unknown) => boolean>> {
  return {
    o: isObject,
    a: Array.isArray,
    s: value => typeof value === 'string',
    i: isInteger,
    n: value => typeof value === 'number',
    b: value => typeof value === 'boolean',
    x: value => typeof value === 'string' || isInteger(value),
    q: value => typeof value === 'string' || typeof value === 'number',
  };
}
