import { Context } from '../../../../lib/inspect/schema/check/context';
import { CustomDecoding } from '../../../../lib/inspect/schema/check/custom-decoding';
import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { JsonSchema } from '../../../../lib/inspect/schema/tables/crd';
import { CrdNodes } from '../../../../lib/inspect/schema/tables/crd-nodes';
import { NodePool } from '../../../../lib/inspect/schema/tables/node-pool';
import { asLine, schemas } from '../../../support/thing-kind';

const text = { type: 'string' };

function decode(root: JsonSchema, value: unknown, release?: string): { readonly decoded: unknown; readonly found: readonly string[] } {
  const pool = new NodePool();
  const index = new CrdNodes(pool, { 'a': '1.25', 'list[].b': '1.31', 'mode=NEW': '1.27' }).addObject(root);
  const context: Context = {
    findings: new Findings(), object: value, nodes: pool.nodes, root: index, metadata: schemas.metadata, kind: 'Thing', release, fits: () => false,
  };
  return { decoded: new CustomDecoding(context).decode(value, index), found: context.findings.sorted.map(asLine) };
}

function decodeSpec(spec: JsonSchema, value: unknown, release?: string): { readonly decoded: unknown; readonly found: readonly string[] } {
  const { decoded, found } = decode({ type: 'object', properties: { spec } }, { spec: value }, release);
  return { decoded: (decoded as { spec: unknown }).spec, found };
}

test('what is right stays the very same value', () => {
  const value = { spec: { a: 'x', list: [{ b: 'y' }] } };
  const schema = { type: 'object', properties: { a: text, list: { type: 'array', items: { type: 'object', properties: { b: text } } } } };
  expect(decode({ type: 'object', properties: { spec: schema } }, value).decoded).toBe(value);
});

test('an unknown field is found and dropped, at any depth', () => {
  const schema = { type: 'object', properties: { list: { type: 'array', items: { type: 'object', properties: { name: text } } } } };
  expect(decodeSpec(schema, { list: [{ name: 'x', nmae: 'y' }], more: 1 })).toEqual({
    decoded: { list: [{ name: 'x' }] },
    found: [
      'spec.list[0].nmae: unknown-field: unknown field "nmae" in list[]; did you mean "name"?',
      'spec.more: unknown-field: unknown field "more" in spec (list)',
    ],
  });
});

test('names that every JavaScript object knows are unknown fields like others', () => {
  const value = JSON.parse('{"constructor": 1, "__proto__": 2}') as unknown;
  expect(decodeSpec({ type: 'object', properties: { a: text } }, value)).toEqual({
    decoded: {},
    found: ['spec.__proto__: unknown-field: unknown field "__proto__" in spec (a)', 'spec.constructor: unknown-field: unknown field "constructor" in spec (a)'],
  });
});

test('unknown fields that are to be kept are kept as they are, and those that are known are still looked into', () => {
  const schema = { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true, 'properties': { a: { type: 'object', properties: { b: text } } } };
  expect(decodeSpec(schema, { any: { thing: null }, a: { other: 1 } }))
    .toEqual({ decoded: { any: { thing: null }, a: {} }, found: ['spec.a.other: unknown-field: unknown field "other" in a (b)'] });
});

test('a map takes any key', () => {
  expect(decodeSpec({ type: 'object', additionalProperties: text }, { a: 'x', constructor: 'y' })).toEqual({ decoded: { a: 'x', constructor: 'y' }, found: [] });
});

test('an object where none belongs is left to the check of types', () => {
  expect(decodeSpec(text, { a: 1 })).toEqual({ decoded: { a: 1 }, found: [] });
});

describe('null', () => {
  test('is dropped as a field and as a value of a map', () => {
    expect(decodeSpec({ type: 'object', properties: { a: text } }, { a: null }).decoded).toEqual({});
    expect(decodeSpec({ type: 'object', additionalProperties: text }, { a: null }).decoded).toEqual({});
  });

  test('stays where it is allowed, and in lists', () => {
    expect(decodeSpec({ type: 'object', properties: { a: { ...text, nullable: true, default: 'x' } } }, { a: null }).decoded).toEqual({ a: null });
    expect(decodeSpec({ type: 'array', items: text }, [null]).decoded).toEqual([null]);
  });
});

describe('defaults', () => {
  test('stand for what is absent or null, and have defaults themselves', () => {
    const inner = { type: 'object', default: {}, properties: { kind: { ...text, default: 'Service' } } };
    const schema = { type: 'object', properties: { a: { ...text, default: 'x' }, inner } };
    expect(decodeSpec(schema, {}).decoded).toEqual({ a: 'x', inner: { kind: 'Service' } });
    expect(decodeSpec(schema, { a: null, inner: { kind: 'Pod' } }).decoded).toEqual({ a: 'x', inner: { kind: 'Pod' } });
  });

  test('change neither the object nor the schema', () => {
    const value = { list: [{}] };
    const schema = { type: 'object', properties: { list: { type: 'array', items: { type: 'object', properties: { a: { ...text, default: 'x' } } } } } };
    expect(decodeSpec(schema, value).decoded).toEqual({ list: [{ a: 'x' }] });
    expect(value).toEqual({ list: [{}] });
  });
});

test('the status is dropped without a look', () => {
  const schema = { type: 'object', properties: { status: { type: 'object', properties: {} } } };
  expect(decode(schema, { status: { unknown: true } })).toEqual({ decoded: {}, found: [] });
});

test('undefined is as good as absent', () => {
  expect(decodeSpec({ type: 'object', properties: { a: text } }, { a: undefined, b: undefined }).found).toEqual([]);
});

test('fields and values that came with a later release are found when a release is given', () => {
  const item = { type: 'object', properties: { b: text } };
  const schema = { type: 'object', properties: { a: text, mode: { ...text, enum: ['OLD', 'NEW'] }, list: { type: 'array', items: item } } };
  const value = { a: 'x', mode: 'NEW', list: [{ b: 'y' }] };
  expect(decodeSpec(schema, value).found).toEqual([]);
  expect(decodeSpec(schema, value, '1.31').found).toEqual([]);
  expect(decodeSpec(schema, value, '1.26').found).toEqual([
    'spec.list[0].b: newer-field: the field b was added in Istio 1.31, but the object is for Istio 1.26; leave it out, or check for Istio 1.31 or later',
    'spec.mode: newer-field: the value NEW was added in Istio 1.27, but the object is for Istio 1.26; '
    + 'leave it out, or check for Istio 1.27 or later',
  ]);
  expect(decodeSpec(schema, value, '1.24').found).toHaveLength(3);
});
