import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../is-object';
import type { NodeIndex, SchemaNode, TypeCode } from '../node';
import { own } from '../own';
import { CelError, noSuchOverload } from './cel-error';
import { formattedValue } from './formatted-value';
import { MapList, PlainList, SetList } from './schema-lists';
import { unescapeField } from './unescape-field';
import type { CelList } from './values/cel-list';
import { CelMap } from './values/cel-map';
import { equal } from './values/equal';
import { CelObject } from './values/value';
import type { CelValue } from './values/value';

/** The schema of a value, in the table that it belongs to. */
export interface CelTyping {
  readonly node: NodeIndex;
  nodeAt(index: NodeIndex): SchemaNode;
}

/**
 * The value of CEL that a plain JSON value is by its schema. What is in it is converted when it is asked for, so that a small rule about a
 * big object costs little.
 *
 * @throws CelError when the value is not what the schema says.
 */
export function toCelValue(json: unknown, type: CelTyping): CelValue {
  return valueAt(json, type.nodeAt(type.node), type);
}

type Table = Pick<CelTyping, 'nodeAt'>;

function valueAt(json: unknown, node: SchemaNode, table: Table): CelValue {
  if (json === null || json === undefined) {
    if (node.nul === 1) {
      return null;
    }
    throw new CelError('invalid data, got null for schema with nullable=false');
  }
  return (node.t === undefined ? unknown : CONVERSIONS[node.t])(json, node, table);
}

type Conversion = (json: unknown, node: SchemaNode, table: Table) => CelValue;

const CONVERSIONS: Readonly<Record<TypeCode, Conversion>> = {
  a: (json, node, table) => Array.isArray(json) ? listOf(json, node, table) : misfit('array'),
  b: json => typeof json === 'boolean' ? json : misfit('bool'),
  i: json => isInteger(json) ? BigInt(json) : misfit('int'),
  n: json => typeof json === 'number' || typeof json === 'bigint' ? Number(json) : misfit('float'),
  o: (json, node, table) => isObject(json) ? new SchemaMap(json, node, table) : misfit('map'),
  q: integerOrString,
  s: (json, { f }) => typeof json === 'string' ? formattedValue(json, f) : misfit('string'),
  x: integerOrString,
};

function integerOrString(json: unknown): CelValue {
  if (typeof json === 'string') {
    return json;
  }
  return isInteger(json) ? BigInt(json) : misfit('integer or string');
}

function isInteger(json: unknown): json is number | bigint {
  return typeof json === 'bigint' || Number.isInteger(json);
}

function misfit(what: string): never {
  throw new CelError(`invalid data, expected ${what}`);
}

function listOf(json: readonly unknown[], { i: item, lt, lk = [] }: SchemaNode, table: Table): CelList {
  const node = item === undefined ? {} : table.nodeAt(item);
  const load = (): readonly CelValue[] => json.map(element => valueAt(element, node, table));
  if (lt === 'map') {
    return new MapList(json.length, load, lk);
  }
  return lt === 'set' ? new SetList(json.length, load) : new PlainList(json.length, load);
}

/** A value without a schema: nothing can be asked of it but whether it equals another. */
function unknown(json: unknown, { k }: SchemaNode): CelValue {
  return k === 1 ? new Unknown(json) : misfit('a type');
}

class Unknown extends CelObject {
  constructor(private readonly json: unknown) {
    super();
  }

  public get kind(): string {
    return 'unknown';
  }

  public equals(other: CelValue): boolean {
    return other instanceof Unknown && isDeepStrictEqual(other.json, this.json);
  }
}

/** What rules can see of every whole object, whatever its schema says: of its metadata, the names alone. */
const STRING: SchemaNode = { t: 's' };
const OBJECT_FIELDS: Readonly<Record<string, SchemaNode>> = {
  apiVersion: STRING,
  kind: STRING,
  metadata: { t: 'o', p: { name: 0, generateName: 0 } },
};
const OBJECT_TABLE: Table = { nodeAt: () => STRING };

/** An object with the fields that its schema knows, or a map whose values have one schema. */
class SchemaMap extends CelMap {
  private readonly isMap: boolean;

  constructor(private readonly json: Readonly<Record<string, unknown>>, private readonly node: SchemaNode, private readonly table: Table) {
    super();
    this.isMap = node.p === undefined && node.emb === undefined;
  }

  public get size(): number {
    return Object.keys(this.json).length;
  }

  public get keys(): readonly CelValue[] {
    return Object.keys(this.json).filter(key => this.generalNodeOf(key) !== undefined || this.indexOf(key) !== undefined);
  }

  public equals(other: CelValue): boolean {
    if (!(other instanceof CelMap)) {
      throw noSuchOverload();
    }
    return other.size === this.size && Object.keys(this.json).every(key => this.hasEqual(key, other));
  }

  public find(key: CelValue): CelValue | undefined {
    if (typeof key !== 'string') {
      throw noSuchOverload();
    }
    const field = this.isMap ? key : unescapeField(key);
    const value = field === undefined ? undefined : own(this.json, field);
    // A field that is null is as good as absent; an entry of a map is not.
    if (field === undefined || value === undefined || (value === null && !this.isMap)) {
      return undefined;
    }
    const general = this.generalNodeOf(field);
    if (general !== undefined) {
      return valueAt(value, general, OBJECT_TABLE);
    }
    const index = this.indexOf(field);
    return index === undefined ? undefined : valueAt(value, this.table.nodeAt(index), this.table);
  }

  private generalNodeOf(field: string): SchemaNode | undefined {
    return this.node.emb === 1 ? own(OBJECT_FIELDS, field) : undefined;
  }

  private indexOf(field: string): NodeIndex | undefined {
    return own(this.node.p, field) ?? this.node.a;
  }

  private hasEqual(key: string, other: CelMap): boolean {
    const value = this.find(key);
    if (value !== undefined) {
      const counterpart = other.find(key);
      return counterpart !== undefined && equal(value, counterpart);
    }
    return !(other instanceof SchemaMap) || !Object.hasOwn(other.json, key) || isDeepStrictEqual(this.json[key], other.json[key]);
  }
}
