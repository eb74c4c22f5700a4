import { call, Code, create, list, literal, mapping, name, plain } from './code/code';
import { ConstructFile, SHARED_TYPES } from './known-constructs';

/** Why a value is none of its type, and where. */
export class Misfit extends Error {}

/**
 * A value of YAML as code of a type that generated constructs take: fields under their names in TypeScript, enum values as members.
 *
 * @throws Misfit when it would not compile
 */
export function typedCode(value: unknown, type: string, place: { readonly file: ConstructFile; readonly path: string }): Code {
  const { file, path } = place;
  if (type.endsWith('[]')) {
    return list(listAt(value, path).map((item, index) => typedCode(item, type.slice(0, -2), { file, path: `${path}[${index}]` })));
  }
  if (type.endsWith('{}')) {
    return mapping(Object.entries(mappingAt(value, path)).map(([key, entry]) => (
      [key, typedCode(entry, type.slice(0, -2), { file, path: below(path, key) })] as const
    )));
  }
  switch (type) {
    case 'any':
      return plain(value);
    case 'string':
    case 'number':
    case 'boolean':
      return scalar(value, type, path);
    case 'Date':
      return date(value, path);
    default:
      return file.types[type] === undefined && SHARED_TYPES.types[type] !== undefined
        ? named(value, type, { file: SHARED_TYPES, path })
        : named(value, type, place);
  }
}

function named(value: unknown, type: string, { file, path }: { readonly file: ConstructFile; readonly path: string }): Code {
  const fields = file.types[type];
  if (fields !== undefined) {
    return mapping(fieldsCode(mappingAt(value, path), type, { file, path }));
  }
  const exported = file.exported[type];
  const dotted = `${file.alias}.${type}`;
  if (typeof exported === 'function') {
    return union(value, { exported: exported as unknown as Union, dotted, path });
  }
  const [key] = Object.entries(exported ?? {}).find(([member, known]) => known === value && Number.isNaN(Number(member))) ?? [];
  if (key === undefined) {
    throw new Misfit(`${path}: ${shown(value)} is not of type ${dotted}`);
  }
  return name(`${dotted}.${key}`);
}

/** The fields of a type, under their names in TypeScript. @throws Misfit when there are too many, or too few */
export function fieldsCode(
  value: Readonly<Record<string, unknown>>, type: string, { file, path }: { readonly file: ConstructFile; readonly path: string },
): Array<readonly [string, Code]> {
  const { byWireName, required, isOpen } = shapeOf(file, type);
  const missing = required.find(field => value[field] === undefined);
  if (missing !== undefined) {
    throw new Misfit(`${below(path, missing)} is missing`);
  }
  return Object.entries(value).map(([key, entry]) => {
    const field = byWireName.get(key);
    if (field === undefined && !isOpen) {
      throw new Misfit(`${below(path, key)} is not a field of the construct`);
    }
    return field === undefined ? [key, plain(entry)] as const : [field.name, typedCode(entry, field.type, { file, path: below(path, key) })] as const;
  });
}

interface Shape {
  readonly byWireName: ReadonlyMap<string, { readonly name: string; readonly type: string }>;
  readonly required: readonly string[];
  readonly isOpen: boolean;
}

const SHAPES = new WeakMap<readonly string[], Shape>();

/** How a type is written in imports/construct-types.json, read. */
function shapeOf({ types }: ConstructFile, type: string): Shape {
  const lines = types[type];
  const known = SHAPES.get(lines);
  if (known !== undefined) {
    return known;
  }
  const fields = lines.flatMap(line => {
    const [, field, optional, wire = field, fieldType] = /^([\w$]+)(\??)(?:=([^:]+))?:(.+)$/.exec(line) ?? [];
    return field === undefined ? [] : [{ name: field, isRequired: optional === '', wire, type: fieldType }];
  });
  const shape = {
    byWireName: new Map(fields.map(field => [field.wire, field])),
    required: fields.filter(({ isRequired }) => isRequired).map(({ wire }) => wire),
    isOpen: lines.includes('*'),
  };
  SHAPES.set(lines, shape);
  return shape;
}

function scalar(value: unknown, type: string, path: string): Code {
  if (typeof value !== type) {
    throw new Misfit(`${path}: ${shown(value)} is not a ${type}`);
  }
  return literal(value as string);
}

function date(value: unknown, path: string): Code {
  const time = typeof value === 'string' ? new Date(value) : undefined;
  if (time === undefined || Number.isNaN(time.getTime()) || time.toISOString() !== value) {
    throw new Misfit(`${path}: ${shown(value)} is not in the format of a Date: ${time !== undefined && !Number.isNaN(time.getTime()) ? time.toISOString() : 'as 2030-01-31T12:00:00.000Z'}`);
  }
  return create('Date', literal(value));
}

/** A class whose values are numbers or texts. */
interface Union {
  readonly fromNumber?: unknown;
  readonly fromString?: unknown;
}

function union(value: unknown, { exported, dotted, path }: { readonly exported: Union; readonly dotted: string; readonly path: string }): Code {
  const factory = typeof value === 'number' ? 'fromNumber' : typeof value === 'string' ? 'fromString' : undefined;
  if (factory === undefined || exported[factory] === undefined) {
    throw new Misfit(`${path}: ${shown(value)} is not of type ${dotted}`);
  }
  return call(`${dotted}.${factory}`, literal(value as string | number));
}

function listAt(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new Misfit(`${path}: ${shown(value)} is not a list`);
  }
  return value as readonly unknown[];
}

function mappingAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Misfit(`${path}: ${shown(value)} is not a mapping`);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** A path in an object, with what is no plain name in brackets. */
export function below(path: string, key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? `${path === '' ? '' : `${path}.`}${key}` : `${path}[${JSON.stringify(key)}]`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text;
}

const MAX_SHOWN = 60;
