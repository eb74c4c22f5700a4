import { SchemaNode } from '../../../../lib/inspect/schema/node';
import { CrdRule, JsonSchema } from '../../../../lib/inspect/schema/tables/crd';
import { CrdNodes } from '../../../../lib/inspect/schema/tables/crd-nodes';
import { NodePool } from '../../../../lib/inspect/schema/tables/node-pool';

/** The nodes of an object whose spec has this schema; the spec is the last but one. */
function nodesOf(spec: JsonSchema, since?: Readonly<Record<string, string>>): readonly SchemaNode[] {
  const pool = new NodePool();
  new CrdNodes(pool, since).addObject({ type: 'object', properties: { spec } });
  return pool.nodes;
}

const specOf = (spec: JsonSchema, since?: Readonly<Record<string, string>>): SchemaNode | undefined => nodesOf(spec, since).at(-2);

/** All keywords that make something of their value, without one. */
const NULLS = JSON.parse(`{
  "type": "string", "format": null, "nullable": null, "default": null, "properties": null, "required": null, "additionalProperties": null, "items": null,
  "enum": null, "pattern": null, "minLength": null, "anyOf": null, "oneOf": null, "allOf": null, "not": null, "x-kubernetes-validations": null
}`) as JsonSchema;

test.each<[string, JsonSchema, SchemaNode]>([
  ['types', { type: 'boolean' }, { t: 'b' }],
  ['nullable', { type: 'string', nullable: true }, { t: 's', nul: 1 }],
  ['no type', {}, {}],
  ['a type that nobody knows', { type: 'toString' }, {}],
  ['null, which is as good as absent', NULLS, { t: 's' }],
  ['enums and patterns', { type: 'string', enum: ['a'], pattern: '^a$' }, { t: 's', e: ['a'], re: '^a$' }],
  ['bounds of strings', { type: 'string', minLength: 0, maxLength: 5 }, { t: 's', minl: 0, maxl: 5 }],
  ['bounds of numbers', { type: 'number', minimum: 1, maximum: 2, exclusiveMinimum: true, exclusiveMaximum: true, multipleOf: 2 },
    { t: 'n', min: 1, max: 2, mul: 2, xmin: 1, xmax: 1 }],
  ['bounds of numbers that are not excluded', { type: 'number', minimum: 1, exclusiveMinimum: false }, { t: 'n', min: 1 }],
  ['bounds of lists', { type: 'array', minItems: 1, maxItems: 2 }, { t: 'a', mini: 1, maxi: 2 }],
  ['bounds of objects', { type: 'object', minProperties: 1, maxProperties: 2 }, { t: 'o', minp: 1, maxp: 2 }],
  ['what is kept', { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true }, { t: 'o', k: 1 }],
  ['what is embedded', { 'type': 'object', 'x-kubernetes-embedded-resource': true }, { t: 'o', emb: 1 }],
  ['required fields', { type: 'object', required: ['a'] }, { t: 'o', r: ['a'] }],
  ['no required fields', { type: 'object', required: [] }, { t: 'o' }],
  ['sets', { 'type': 'array', 'x-kubernetes-list-type': 'set' }, { t: 'a', lt: 'set' }],
  ['map lists', { 'type': 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['a'] }, { t: 'a', lt: 'map', lk: ['a'] }],
  ['lists that are replaced as a whole', { 'type': 'array', 'x-kubernetes-list-type': 'atomic' }, { t: 'a' }],
  ['descriptions, which are left out', { type: 'string', description: 'x', title: 'y', example: 'z' }, { t: 's' }],
])('%s', (_, schema, node) => {
  expect(specOf(schema)).toEqual(node);
});

test('formats are those that the API server enforces', () => {
  const formats = ['date-time', 'datetime', 'byte', 'ipv4', 'int32', 'int64', 'double', 'url', 'string', 'password'];
  expect(formats.map(format => specOf({ type: 'string', format })?.f))
    .toEqual(['date-time', 'date-time', 'byte', 'ipv4', undefined, undefined, undefined, undefined, undefined, undefined]);
});

test('an integer or a string is one type, whatever else it says about that', () => {
  const alternatives = [{ type: 'integer' }, { type: 'string' }];
  expect(specOf({ 'anyOf': alternatives, 'x-kubernetes-int-or-string': true, 'pattern': '%$' })).toEqual({ t: 'x', re: '%$' });
  expect(specOf({ anyOf: alternatives })).toEqual({ any: [0, 1] });
});

test('equal schemas are one node, for what belongs to a property stands at its owner', () => {
  const text = { type: 'string' };
  expect(nodesOf({ type: 'object', properties: { a: text, b: { ...text, default: 'x' }, c: { ...text, default: null } } })).toEqual([
    { t: 's' },
    { t: 'o', p: { a: 0, b: 0, c: 0 }, d: { b: 'x' } },
    { t: 'o', p: { spec: 1 }, emb: 1 },
  ]);
});

test('a map has values of one schema, or of any', () => {
  expect(nodesOf({ type: 'object', additionalProperties: { type: 'string' } }).slice(0, 2)).toEqual([{ t: 's' }, { t: 'o', a: 0 }]);
  expect(nodesOf({ type: 'object', additionalProperties: true }).slice(0, 2)).toEqual([{}, { t: 'o', a: 0 }]);
  expect(specOf({ type: 'object', additionalProperties: false })).toEqual({ t: 'o' });
});

test('alternatives refer to nodes', () => {
  const nodes = nodesOf({ type: 'object', oneOf: [{ required: ['a'] }], anyOf: [{ required: ['b'] }], allOf: [{ required: ['c'] }], not: { required: ['d'] } });
  expect(nodes.slice(0, 5)).toEqual([{ r: ['b'] }, { r: ['a'] }, { r: ['c'] }, { r: ['d'] }, { t: 'o', any: [0], one: [1], all: [2], not: 3 }]);
});

test('rules keep what the engine needs', () => {
  const rules = [
    { rule: 'self > 0', message: 'm', messageExpression: '"e"', fieldPath: '.a', optionalOldSelf: true, reason: 'FieldValueInvalid' },
    { rule: 'true', optionalOldSelf: false },
  ];
  expect(specOf({ 'type': 'integer', 'x-kubernetes-validations': rules })).toEqual({
    t: 'i', v: [{ rule: 'self > 0', message: 'm', messageExpression: '"e"', fieldPath: '.a', optionalOldSelf: true }, { rule: 'true' }],
  });
  expect(specOf({ 'type': 'integer', 'x-kubernetes-validations': [] })).toEqual({ t: 'i' });
  const [nulls] = JSON.parse('[{ "rule": "true", "message": null, "messageExpression": null, "fieldPath": null }]') as CrdRule[];
  expect(specOf({ 'type': 'integer', 'x-kubernetes-validations': [nulls] })).toEqual({ t: 'i', v: [{ rule: 'true' }] });
});

test('apiVersion, kind and metadata are left out unless something is said of them', () => {
  const pool = new NodePool();
  const plain = { apiVersion: { type: 'string', description: 'prose' }, kind: { type: 'string' }, metadata: { type: 'object' } };
  new CrdNodes(pool).addObject({ type: 'object', properties: plain });
  expect(pool.nodes).toEqual([{ t: 'o', emb: 1 }]);
  const metadata = { type: 'object', properties: { name: { type: 'string', maxLength: 5 } } };
  new CrdNodes(pool).addObject({ type: 'object', properties: { ...plain, metadata } });
  expect(pool.nodes.slice(1)).toEqual([{ t: 's', maxl: 5 }, { t: 'o', p: { name: 1 } }, { t: 'o', p: { metadata: 2 }, emb: 1 }]);
});

test('releases of fields and of enum values come from the history, whose paths begin below spec', () => {
  const text = { type: 'string' };
  const item = { type: 'object', properties: { mode: { ...text, enum: ['A', 'B'] }, a: text } };
  const schema = { type: 'object', properties: { a: text, list: { type: 'array', items: item }, map: { type: 'object', additionalProperties: item } } };
  const nodes = nodesOf(schema, { 'a': '1.22', 'list[].a': '1.23', 'list[].mode=B': '1.24', 'map{}.mode': '1.25', 'spec': '1.30' });
  expect(nodes).toEqual([
    { t: 's' },
    { t: 's', e: ['A', 'B'], es: { B: '1.24' } },
    { t: 'o', p: { mode: 1, a: 0 }, s: { a: '1.23' } },
    { t: 'a', i: 2 },
    { t: 's', e: ['A', 'B'] },
    { t: 'o', p: { mode: 4, a: 0 }, s: { mode: '1.25' } },
    { t: 'o', a: 5 },
    { t: 'o', p: { a: 0, list: 3, map: 6 }, s: { a: '1.22' } },
    { t: 'o', p: { spec: 7 }, emb: 1 },
  ]);
});
