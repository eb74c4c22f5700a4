import { MESH_CONFIG_ENUMS, MESH_CONFIG_FIELDS, MeshConfigField } from '../../../imports/istio-mesh-config-fields';
import { isObject } from '../is-object';
import type { Field } from './field';

/** Something in a mesh config, or in the settings of a proxy, that Istio does not take as it is written. */
export type Deviation = UnknownField | WrongValue;

/** A field that its message does not have: Istio drops it without a word. */
export interface UnknownField {
  readonly kind: 'field';
  readonly place: Field;
  /** The message, such as `ProxyConfig`. */
  readonly message: string;
  /** The name in the spelling of the messages. */
  readonly name: string;
}

/** A value that its field does not take: Istio refuses all of the text. */
export interface WrongValue {
  readonly kind: 'value';
  readonly place: Field;
  /** What the field takes, in words. */
  readonly expected: string;
  /** The values of which the field takes one, if it is so. */
  readonly choice?: readonly string[];
}

/** What deviates from a message, from the outside to the inside; null is nothing. */
export function* deviations(message: string, place: Field): Iterable<Deviation> {
  const fields = MESH_CONFIG_FIELDS[message];
  for (const [key, field] of place.entries()) {
    const name = Object.hasOwn(fields, key) ? key : camelCase(key);
    if (Object.hasOwn(fields, name)) {
      yield* field.isSet ? ofField(fields[name], field) : [];
    } else {
      yield { kind: 'field', place: field, message, name };
    }
  }
}

/** The fields of a message that are messages themselves and have a field of this name: what was written a step too high. */
export function ownersOf(message: string, name: string): string[] {
  const fields = Object.entries(MESH_CONFIG_FIELDS[message]).filter(([, { type, list, map }]) => isMessage(type) && list !== true && map !== true);
  return fields.filter(([, { type }]) => Object.hasOwn(MESH_CONFIG_FIELDS[type], name)).map(([owner]) => owner);
}

/** The names of the fields of a message. */
export function fieldsOf(message: string): string[] {
  return Object.keys(MESH_CONFIG_FIELDS[message]);
}

function* ofField({ type, list, map }: MeshConfigField, field: Field): Iterable<Deviation> {
  if (list === true) {
    yield* Array.isArray(field.value) ? field.items().flatMap(item => [...single(type, item)]) : wrong(field, 'a list');
  } else if (map === true) {
    yield* isObject(field.value) ? field.entries().flatMap(([, value]) => [...single(type, value)]) : wrong(field, 'a mapping');
  } else {
    yield* single(type, field);
  }
}

function* single(type: string, field: Field): Iterable<Deviation> {
  if (isMessage(type)) {
    yield* isObject(field.value) ? deviations(type, field) : wrong(field, 'a mapping');
  } else if (Object.hasOwn(MESH_CONFIG_ENUMS, type)) {
    const choice = MESH_CONFIG_ENUMS[type];
    yield* field.number !== undefined || choice.includes(field.text ?? '') ? [] : [{ kind: 'value', place: field, expected: `one of ${choice.join(', ')}`, choice }];
  } else if (Object.hasOwn(PLAIN, type) && !PLAIN[type][1](field)) {
    yield* wrong(field, PLAIN[type][0]);
  }
}

function wrong(place: Field, expected: string): WrongValue[] {
  return [{ kind: 'value', place, expected }];
}

const SPANS = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:h|ms|us|µs|ns|m|s))+)$/;

/** What values of no message are in words, and whether one is. Numbers may stand in quotes. */
const PLAIN: Readonly<Record<string, readonly [expected: string, isValid: (field: Field) => boolean]>> = {
  string: ['a text, in quotes where it looks like something else', ({ text }) => text !== undefined],
  number: ['a number', ({ number, text = '' }) => number !== undefined || (text.trim() !== '' && Number.isFinite(Number(text)))],
  boolean: ['true or false', ({ value }) => typeof value === 'boolean'],
  duration: ['a span of time', ({ text = '' }) => SPANS.test(text)],
};

function isMessage(type: string): boolean {
  return Object.hasOwn(MESH_CONFIG_FIELDS, type);
}

/** Messages may be written with the names of their definition, too: `access_log_file`. */
function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
