import { CelError } from '../../../../lib/inspect/schema/cel/cel-error';
import { MapList, PlainList, SetList } from '../../../../lib/inspect/schema/cel/schema-lists';
import { toCelValue } from '../../../../lib/inspect/schema/cel/schema-value';
import { CelList } from '../../../../lib/inspect/schema/cel/values/cel-list';
import { CelMap } from '../../../../lib/inspect/schema/cel/values/cel-map';
import type { CelValue } from '../../../../lib/inspect/schema/cel/values/value';
import type { SchemaNode } from '../../../../lib/inspect/schema/node';
import { plain } from '../../../support/cel-outcome';

/** The value by the first of some nodes. */
function valueOf(json: unknown, ...nodes: readonly SchemaNode[]): CelValue {
  return toCelValue(json, { node: 0, nodeAt: index => nodes[index] });
}

test.each<[unknown, SchemaNode, unknown]>([
  [5, { t: 'i' }, 5n],
  [5n, { t: 'i' }, 5n],
  [5, { t: 'n' }, 5],
  [0.5, { t: 'n' }, 0.5],
  [true, { t: 'b' }, true],
  ['a', { t: 's' }, 'a'],
  ['1m', { t: 's', f: 'duration' }, 'google.protobuf.Duration 60s'],
  [5, { t: 'x' }, 5n],
  ['5', { t: 'x' }, '5'],
  [null, { t: 's', nul: 1 }, null],
])('%j is by the schema %j a value of CEL', (json, node, value) => {
  expect(plain(valueOf(json, node))).toEqual(value);
});

test.each<[unknown, SchemaNode, string]>([
  [0.5, { t: 'i' }, 'invalid data, expected int'],
  ['5', { t: 'n' }, 'invalid data, expected float'],
  [1, { t: 'b' }, 'invalid data, expected bool'],
  [1, { t: 's' }, 'invalid data, expected string'],
  [0.5, { t: 'x' }, 'invalid data, expected integer or string'],
  [[], { t: 'o' }, 'invalid data, expected map'],
  [{}, { t: 'a' }, 'invalid data, expected array'],
  [{}, {}, 'invalid data, expected a type'],
  [null, { t: 's' }, 'invalid data, got null for schema with nullable=false'],
])('fails on %j by the schema %j', (json, node, message) => {
  expect(() => valueOf(json, node)).toThrow(new CelError(message));
});

describe('an object', () => {
  const nodes: readonly SchemaNode[] = [{ t: 'o', p: { 'x-y': 1, 'namespace': 2, 'none': 2 } }, { t: 'i' }, { t: 's' }];
  const object = valueOf({ 'x-y': 1, 'namespace': 'a', 'none': null, 'more': 1 }, ...nodes) as CelMap;

  test('has its fields under names that rules can write', () => {
    expect([object.find('x__dash__y'), object.find('__namespace__'), object.find('x-y')]).toEqual([1n, 'a', 1n]);
  });

  test('has no field that is null, unknown or not there', () => {
    expect(['none', 'more', 'other', 'constructor', 'a__b__c'].map(name => object.find(name))).toEqual(Array(5).fill(undefined));
  });

  test('is equal to an object with the same fields', () => {
    expect(object.equals(valueOf({ 'x-y': 1, 'namespace': 'a', 'none': null, 'more': 1 }, ...nodes))).toBe(true);
    expect(object.equals(valueOf({ 'x-y': 2, 'namespace': 'a', 'none': null, 'more': 1 }, ...nodes))).toBe(false);
    expect(object.equals(valueOf({ 'x-y': 1, 'namespace': 'a', 'none': null, 'more': 2 }, ...nodes))).toBe(false);
    expect(object.equals(valueOf({ 'x-y': 1, 'namespace': 'a' }, ...nodes))).toBe(false);
  });

  test('fails to be compared with what is none, and to be asked for a key that is no text', () => {
    expect(() => object.equals(1n)).toThrow(new CelError('no such overload'));
    expect(() => object.find(1n)).toThrow(new CelError('no such overload'));
  });
});

test('a map has entries of one schema, also such as are null', () => {
  const map = valueOf({ 'a': 'x', 'b-c': 'y', 'd': null }, { t: 'o', a: 1 }, { t: 's', nul: 1 }) as CelMap;
  expect([map.size, map.keys, map.find('b-c'), map.find('d'), map.find('e')]).toEqual([3, ['a', 'b-c', 'd'], 'y', null, undefined]);
});

test('of a whole object, rules see its type and its name whatever its schema says', () => {
  const object = valueOf({ apiVersion: 'v1', kind: 'A', metadata: { name: 'a', labels: {} } }, { t: 'o', emb: 1 }) as CelMap;
  const metadata = object.find('metadata') as CelMap;
  expect([object.find('apiVersion'), object.find('kind'), metadata.find('name'), metadata.find('labels')]).toEqual(['v1', 'A', 'a', undefined]);
});

test('a list is of the kind that its schema says, and has items of one schema', () => {
  const lists = ([{ t: 'a', i: 1 }, { t: 'a', i: 1, lt: 'set' }, { t: 'a', i: 1, lt: 'map', lk: ['name'] }] as const)
    .map(node => valueOf([1, 2], node, { t: 'i' }) as CelList);
  expect(lists.map(list => list.constructor)).toEqual([PlainList, SetList, MapList]);
  expect(lists.map(list => list.items)).toEqual(Array(3).fill([1n, 2n]));
});

test('what is in a value is converted when it is asked for', () => {
  const list = valueOf(['not', 'numbers'], { t: 'a', i: 1 }, { t: 'i' }) as CelList;
  expect(list.size).toBe(2);
  expect(() => list.items).toThrow(new CelError('invalid data, expected int'));
});

test('of what has no schema rules can ask only whether it is equal', () => {
  const anything = (json: unknown): CelValue => valueOf(json, { k: 1 });
  const one = anything({ a: [1] });
  expect([one, anything({ a: [1] }), anything({ a: [2] })].map(other => (one as CelMap).equals(other))).toEqual([true, true, false]);
});
