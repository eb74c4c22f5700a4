import { NodeIndex, SchemaNode, TypeCode } from '../node';
import { own } from '../own';
import { JsonSchema } from './crd';
import { NodePool } from './node-pool';

/** Turns the schemas of CRDs into nodes of one pool. */
export class CrdNodes {
  /**
   * @param pool where the nodes go
   * @param since the release that brought a field or an enum value, keyed as in `KindHistory`
   */
  constructor(private readonly pool: NodePool, private readonly since: Readonly<Record<string, string>> = {}) {}

  /** The node of a whole object. Its apiVersion, kind and metadata are left out: they are the same for every object. */
  public addObject(schema: JsonSchema): NodeIndex {
    return this.add({ ...schema, 'x-kubernetes-embedded-resource': true }, { spec: '' });
  }

  /** @param place the path in the history; at the root, the properties that it begins at */
  private add(written: JsonSchema, place?: Place): NodeIndex {
    const schema = withoutNull(written);
    return this.pool.add({
      ...typeOf(schema),
      ...this.fieldsOf(schema, place),
      ...this.itemsOf(schema, place),
      ...this.enumOf(schema, place),
      ...boundsOf(schema),
      ...this.alternativesOf(schema),
      ...rulesOf(schema),
    });
  }

  private fieldsOf(schema: JsonSchema, place?: Place): SchemaNode {
    const fields = Object.entries(withoutObjectFields(schema)).map(([name, property]) => ({ name, property, place: placeOf(place, name) }));
    const { additionalProperties } = schema;
    return {
      ...(fields.length > 0 && { p: Object.fromEntries(fields.map(field => [field.name, this.add(field.property, field.place)])) }),
      ...pick('d', fields.filter(({ property }) => property.default !== undefined && property.default !== null)
        .map(({ name, property }) => [name, property.default])),
      ...pick('s', fields.filter(field => this.releaseOf(field.place) !== undefined).map(field => [field.name, this.releaseOf(field.place)])),
      ...(schema.required !== undefined && schema.required.length > 0 && { r: schema.required }),
      ...(additionalProperties !== undefined && additionalProperties !== false && {
        a: this.add(additionalProperties === true ? {} : additionalProperties, placeBelow(place, '{}')),
      }),
      ...(schema['x-kubernetes-preserve-unknown-fields'] === true && { k: 1 }),
      ...(schema['x-kubernetes-embedded-resource'] === true && { emb: 1 }),
    };
  }

  private itemsOf(schema: JsonSchema, place?: Place): SchemaNode {
    const listType = schema['x-kubernetes-list-type'];
    return {
      ...(schema.items !== undefined && { i: this.add(schema.items, placeBelow(place, '[]')) }),
      ...(listType === 'set' && { lt: listType }),
      ...(listType === 'map' && { lt: listType, lk: schema['x-kubernetes-list-map-keys'] ?? [] }),
    };
  }

  private enumOf(schema: JsonSchema, place?: Place): SchemaNode {
    const releases = (schema.enum ?? [])
      .map(value => [value, typeof place === 'string' ? this.since[`${place}=${value}`] : undefined] as const)
      .filter(([, release]) => release !== undefined);
    return { ...(schema.enum !== undefined && { e: schema.enum }), ...pick('es', releases) };
  }

  private alternativesOf(schema: JsonSchema): SchemaNode {
    const { oneOf, allOf, not } = schema;
    const anyOf = schema['x-kubernetes-int-or-string'] === true && isIntOrString(schema.anyOf) ? undefined : schema.anyOf;
    return {
      ...(anyOf !== undefined && { any: anyOf.map(alternative => this.add(alternative)) }),
      ...(oneOf !== undefined && { one: oneOf.map(alternative => this.add(alternative)) }),
      ...(allOf !== undefined && { all: allOf.map(alternative => this.add(alternative)) }),
      ...(not !== undefined && { not: this.add(not) }),
    };
  }

  private releaseOf(place: Place | undefined): string | undefined {
    return typeof place === 'string' ? this.since[place] : undefined;
  }
}

/** Where a schema stands in the history: a path; or, at the root of an object, the path of each property that the history knows. */
type Place = string | Readonly<Record<string, string>>;

function placeOf(parent: Place | undefined, name: string): Place | undefined {
  if (typeof parent !== 'string') {
    return parent?.[name];
  }
  return parent === '' ? name : `${parent}.${name}`;
}

function placeBelow(parent: Place | undefined, step: '[]' | '{}'): Place | undefined {
  return typeof parent === 'string' ? parent + step : undefined;
}

/** The types that a schema can name. */
export const TYPES: Readonly<Record<string, TypeCode>> = { object: 'o', array: 'a', string: 's', integer: 'i', number: 'n', boolean: 'b' };

/** What the API server enforces; it forgets any other format of a CRD, also the widths of numbers. Names are compared without dashes. */
const FORMATS = new Map([
  'bsonobjectid', 'byte', 'cidr', 'creditcard', 'date', 'date-time', 'duration', 'email', 'hexcolor', 'hostname', 'ipv4', 'ipv6', 'isbn', 'isbn10',
  'isbn13', 'mac', 'rgbcolor', 'ssn', 'uri', 'uuid', 'uuid3', 'uuid4', 'uuid5',
].map(format => [format.replace('-', ''), format]));

function typeOf(schema: JsonSchema): SchemaNode {
  const type = schema['x-kubernetes-int-or-string'] === true ? 'x' : own(TYPES, schema.type ?? '');
  const format = FORMATS.get((schema.format ?? '').replaceAll('-', ''));
  return {
    ...(type !== undefined && { t: type }),
    ...(format !== undefined && { f: format }),
    ...(schema.nullable === true && { nul: 1 }),
  };
}

/** The fields that say something: to the API server null is as good as absent. */
function withoutNull<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as T;
}

/** The properties; of a whole object without those that say nothing that is not true of every object. */
function withoutObjectFields(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const { properties = {} } = schema;
  if (schema['x-kubernetes-embedded-resource'] !== true) {
    return properties;
  }
  return Object.fromEntries(Object.entries(properties).filter(([name, property]) =>
    !['apiVersion', 'kind', 'metadata'].includes(name) || Object.keys(property).some(keyword => !['type', 'description'].includes(keyword))));
}

const BOUNDS = [
  ['pattern', 're'], ['minimum', 'min'], ['maximum', 'max'], ['multipleOf', 'mul'], ['minLength', 'minl'], ['maxLength', 'maxl'],
  ['minItems', 'mini'], ['maxItems', 'maxi'], ['minProperties', 'minp'], ['maxProperties', 'maxp'],
] as const;

function boundsOf(schema: JsonSchema): SchemaNode {
  return {
    ...Object.fromEntries(BOUNDS.filter(([keyword]) => schema[keyword] !== undefined).map(([keyword, key]) => [key, schema[keyword]])),
    ...(schema.exclusiveMinimum === true && { xmin: 1 }),
    ...(schema.exclusiveMaximum === true && { xmax: 1 }),
  };
}

function rulesOf(schema: JsonSchema): SchemaNode {
  const rules = schema['x-kubernetes-validations'];
  return rules === undefined || rules.length === 0 ? {} : {
    v: rules.map(withoutNull).map(({ rule, message, messageExpression, fieldPath, optionalOldSelf }) => ({
      rule,
      ...(message !== undefined && { message }),
      ...(messageExpression !== undefined && { messageExpression }),
      ...(fieldPath !== undefined && { fieldPath }),
      ...(optionalOldSelf === true && { optionalOldSelf }),
    })),
  };
}

/** The alternatives that every int-or-string repeats, because the API server asks for them. */
function isIntOrString(alternatives: readonly JsonSchema[] | undefined): boolean {
  return JSON.stringify(alternatives) === '[{"type":"integer"},{"type":"string"}]';
}

function pick(key: 'd' | 's' | 'es', entries: readonly (readonly [unknown, unknown])[]): SchemaNode {
  return entries.length > 0 ? { [key]: Object.fromEntries(entries) } : {};
}
