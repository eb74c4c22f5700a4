import { MESH_CONFIG_ENUMS, MESH_CONFIG_FIELDS, MeshConfigField } from '../../../imports/istio-mesh-config-fields';
import { isObject } from '../is-object';
import { milliseconds } from './duration';
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
  readonly wanted: Wanted;
  /** What the field takes, in words. */
  readonly expected: string;
  /** The values of which the field takes one, if it is so. */
  readonly choice?: readonly string[];
}

/** What a field takes. */
export type Wanted = 'list' | 'mapping' | 'choice' | 'string' | 'number' | 'integer' | 'boolean' | 'duration';

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
    yield* Array.isArray(field.value) ? field.items().flatMap(item => [...single(type, item)]) : wrong(field, 'list');
  } else if (map === true) {
    yield* isObject(field.value) ? field.entries().flatMap(([, value]) => [...single(type, value)]) : wrong(field, 'mapping');
  } else {
    yield* single(type, field);
  }
}

/** In lists and mappings, too, null is what its type has without a word. */
function* single(type: string, field: Field): Iterable<Deviation> {
  if (!field.isSet) {
    return;
  }
  if (isMessage(type)) {
    yield* isObject(field.value) ? deviations(type, field) : wrong(field, 'mapping');
  } else if (Object.hasOwn(MESH_CONFIG_ENUMS, type)) {
    yield* isChosen(type, field) ? [] : [notChosen(field, MESH_CONFIG_ENUMS[type])];
  } else if (Object.hasOwn(INTEGERS, type)) {
    yield* isInteger(field, type) ? [] : [noInteger(field, INTEGERS[type])];
  } else if (isPlain(type) && !PLAIN[type](field)) {
    yield* wrong(field, type);
  }
}

/** Numbers of values that there are not are taken, too. */
function isChosen(type: string, field: Field): boolean {
  return field.number === undefined ? MESH_CONFIG_ENUMS[type].includes(field.text ?? '') : isInteger(field, 'int32');
}

function notChosen(place: Field, choice: readonly string[]): WrongValue {
  return { kind: 'value', place, wanted: 'choice', expected: `one of ${choice.join(', ')}`, choice };
}

function noInteger(place: Field, [least, most]: readonly [number, number]): WrongValue {
  return { kind: 'value', place, wanted: 'integer', expected: `a whole number from ${least} to ${most}` };
}

function wrong(place: Field, wanted: Exclude<Wanted, 'choice' | 'integer'>): WrongValue[] {
  return [{ kind: 'value', place, wanted, expected: WORDS[wanted] }];
}

const WORDS: Readonly<Record<Exclude<Wanted, 'choice' | 'integer'>, string>> = {
  list: 'a list',
  mapping: 'a mapping',
  string: 'a string (quote it if it looks like another type)',
  number: 'a number',
  boolean: 'true or false',
  duration: 'a span of time',
};

/** Go counts nanoseconds, in 64 bits: 292 years. */
const LONGEST = 2 ** 63 / 1e6;

const SPANS = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:h|ms|us|µs|μs|ns|m|s))+)$/;

const INTEGERS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1], uint32: [0, 2 ** 32 - 1], int64: [-(2 ** 63), 2 ** 63],
};

/** Whether a value is an integer of a type. In quotes it has to be written as one: 1.0 is 1 to YAML, and "1.0" is nothing to Go. */
export function isInteger({ number, text = '' }: Field, type: string): boolean {
  const value = number ?? (INTEGER.test(text) ? Number(text) : NaN);
  const [least, most] = INTEGERS[type];
  return Number.isInteger(value) && value >= least && value <= most;
}

const INTEGER = /^[ \t\r\n]*-?(?:0|[1-9]\d*)[ \t\r\n]*$/;

/** A number as JSON writes it, or none: within quotes Go reads these alone. */
const NUMBER = /^(?:[ \t\r\n]*-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?[ \t\r\n]*|NaN|-?Infinity)$/;

/** Whether a value of no message is what it should be. Numbers may stand in quotes, and nothing else may. */
const PLAIN = {
  string: ({ text }: Field) => text !== undefined,
  number: ({ number, text = '' }: Field) => number !== undefined || NUMBER.test(text),
  boolean: ({ value }: Field) => typeof value === 'boolean',
  duration: ({ text = '' }: Field) => SPANS.test(text) && milliseconds(text.replace(/^[-+]/, '')) < LONGEST,
} as const;

function isPlain(type: string): type is keyof typeof PLAIN {
  return Object.hasOwn(PLAIN, type);
}

function isMessage(type: string): boolean {
  return Object.hasOwn(MESH_CONFIG_FIELDS, type);
}

/** Messages may be written with the names of their definition, too: `access_log_file`. */
function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
