import type { WrongValue } from '../../../mesh/config-message';
import type { Field } from '../../../mesh/field';
import { nearest } from '../../../nearest';

/** What a value of the mesh config is not. */
export function whatItIsNot({ place: { key }, expected }: WrongValue): string {
  return `${typeof key === 'number' ? `item ${key}` : key} is not ${expected}`;
}

/** What mends a value, where one can guess what is meant. */
export function repairOf({ place, wanted, choice = [] }: WrongValue): string | undefined {
  const [meant] = nearest(place.text ?? '', choice, 1);
  return meant === undefined ? REPAIRS[wanted]?.(place) : `write ${meant} if that is what you meant`;
}

const REPAIRS: Readonly<Partial<Record<WrongValue['wanted'], (place: Field) => string | undefined>>> = {
  // YAML reads OFF as false.
  choice: ({ value }) => (typeof value === 'boolean' ? 'put it in quotes' : undefined),
  string: ({ value }) => (typeof value === 'object' ? undefined : 'put it in quotes'),
  // Without quotes, YAML reads 1.0 and 1e3 as whole numbers.
  integer: ({ text = '' }) => (/[.eE]/.test(text) && Number.isInteger(Number(text)) ? `write ${Number(text)}` : undefined),
  list: () => 'write a list with this value as an item',
  boolean: ({ text = '' }) => (/^(?:true|yes|on)$/i.test(text) ? 'write true, without quotes' : /^(?:false|no|off)$/i.test(text) ? 'write false, without quotes' : undefined),
  duration: ({ value, text = '' }) => (typeof value === 'number' || /^\d+$/.test(text) ? `write ${text || String(value)}s if you mean seconds` : undefined),
};
