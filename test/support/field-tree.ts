import { CrdSchema } from '../../scripts/imports/crd';

/** The names of fields with what is below them. A list and a map have one entry, `*`; `true` is where nothing is below. */
export type FieldTree = true | { readonly [name: string]: FieldTree };

const ENTRY = '*';

/** The fields that a schema knows, but for those of some names. */
export function fieldsOfSchema({ properties, items, additionalProperties }: CrdSchema, except: readonly string[] = []): FieldTree {
  if (properties !== undefined) {
    const known = Object.entries(properties).filter(([name]) => !except.includes(name));
    return Object.fromEntries(known.map(([name, property]) => [name, fieldsOfSchema(property, except)]));
  }
  const entry = items ?? additionalProperties;
  return typeof entry === 'object' ? { [ENTRY]: fieldsOfSchema(entry, except) } : true;
}

/** The fields of what somebody copied out of `anything()`. */
export function fieldsOfCopy(value: unknown): FieldTree {
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  const entries = Array.isArray(value) ? value.map(entry => [ENTRY, entry] as const) : Object.entries(value);
  return Object.fromEntries(entries.map(([name, entry]) => [name, fieldsOfCopy(entry)]));
}

/** A value with every property and every method, each giving such a value again; as a list or a map it has one entry. */
export function anything(call: (...args: any[]) => unknown = () => anything()): any {
  return new Proxy(call, {
    get: (_, name) => name === 'map' ? anything((convert: (entry: unknown) => unknown) => [convert(anything())]) : anything(),
    ownKeys: () => [ENTRY],
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
  });
}
