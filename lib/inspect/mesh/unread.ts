import { nearlySpelled } from '../nearest';
import type { Field } from './field';

/**
 * Whether a mapping says something that nobody reads: under a misspelled name, or as a value that is no list. What that is worth nobody knows,
 * and what is wrong with it is said by the schema. Asked for on the way to a finding alone: to compare names takes its time.
 */
export function isListUnread(mapping: Field, name: string): boolean {
  const list = mapping.at(name);
  return list.isSet ? !Array.isArray(list.value) : isMisspelled(mapping, name);
}

/** Whether a mapping has no field of a name, but one that is nearly spelled so. */
export function isMisspelled(mapping: Field, name: string): boolean {
  return !mapping.at(name).isSet && nearlySpelled(name, mapping.entries().map(([key]) => key).filter(key => key !== name), 1).length > 0;
}
