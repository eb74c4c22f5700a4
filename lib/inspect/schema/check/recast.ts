import { isObject } from '../../is-object';
import { METADATA, NodeIndex, SchemaNode, TypeCode } from '../node';
import { durationRepair, isDuration } from './duration-repair';
import { typeTests } from './type-tests';
import { choice, shown, TYPE_NAMES } from './wording';

/** The type that a node asks for, in words: of an object with few fields the fields too. */
export function typeNameOf({ t = 's', p = {} }: SchemaNode): string {
  const fields = Object.keys(p);
  return t === 'o' && fields.length > 0 && fields.length <= MOST_FIELDS ? `an object with ${choice(fields)}` : TYPE_NAMES[t];
}

/** As many as fit into a sentence. */
const MOST_FIELDS = 4;

/** How a value of another type has to be written to be one of this node, if that can be told. */
export function recast(value: unknown, node: SchemaNode, nodes: readonly SchemaNode[]): string | undefined {
  return value === null ? undefined : RECASTS[node.t ?? 's']?.(value, node, nodes);
}

type Recast = (value: unknown, node: SchemaNode, nodes: readonly SchemaNode[]) => string | undefined;

const RECASTS: Readonly<Partial<Record<TypeCode, Recast>>> = {
  a: (value, { i }, nodes) => {
    if (i === undefined || !takes(i, value, nodes)) {
      return undefined;
    }
    return isObject(value) ? 'make it a list item, with "- " in front' : `write a list: [${shown(value)}]`;
  },
  b: value => (value === 'true' || value === 'false' ? unquoted(value) : undefined),
  i: value => (typeof value === 'string' && /^-?(?:0|[1-9]\d*)$/.test(value) ? unquoted(value) : undefined),
  n: value => (typeof value === 'string' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) ? unquoted(value) : undefined),
  o: (value, { p = {}, r = [] }, nodes) => {
    if (isMatch(p) && isScalar(value)) {
      return `did you mean ${matchesOf(String(value)).join(' or ')}?`;
    }
    const taking = Object.keys(p).filter(key => !isObject(value) && !Array.isArray(value) && takes(p[key], value, nodes));
    const [field, ...others] = taking.length > 1 ? taking.filter(key => r.includes(key)) : taking;
    return field === undefined || others.length > 0 ? undefined : `did you mean {${field}: ${shown(value)}}?`;
  },
  s: (value, node) => {
    if (Array.isArray(value)) {
      return value.length === 1 && typeof value[0] === 'string' ? `write a single value, not a list: ${shown(value[0])}` : undefined;
    }
    if (typeof value === 'number' && isDuration(node)) {
      return durationRepair(value);
    }
    return typeof value === 'boolean' || typeof value === 'number' ? quoted(value) : undefined;
  },
  x: value => (typeof value === 'boolean' ? quoted(value) : undefined),
};

/** Whether the fields are those of what Istio matches texts by. */
function isMatch(fields: Readonly<Record<string, unknown>>): boolean {
  return ['exact', 'prefix', 'regex'].every(key => Object.hasOwn(fields, key));
}

/** A path may well be meant as the beginning of others. */
function matchesOf(text: string): readonly string[] {
  return (text.startsWith('/') ? ['exact', 'prefix'] : ['exact']).map(key => `{${key}: ${shown(text)}}`);
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** What was written is not known here, only what became of it: of `on`, `yes` and `true` the same. */
function quoted(value: boolean | number): string {
  return `quote it: without quotes, YAML reads it as ${value}`;
}

function unquoted(value: string): string {
  return `write it without quotes: ${value}`;
}

function takes(index: NodeIndex, value: unknown, nodes: readonly SchemaNode[]): boolean {
  const type = index === METADATA ? 'o' : nodes[index].t;
  return type !== undefined && HAS_TYPE[type](value);
}

const HAS_TYPE = typeTests(Number.isInteger);
