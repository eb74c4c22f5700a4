import { hasAskedFields } from '../../../../lib/inspect/schema/check/asked-fields';
import { SchemaNode } from '../../../../lib/inspect/schema/node';

const a: SchemaNode = { r: ['a'] };
const b: SchemaNode = { r: ['b', 'c'] };

/** Whether a value is right by the alternatives of the last node. */
const judge = (nodes: readonly SchemaNode[], value: unknown): boolean => hasAskedFields(value, nodes.at(-1)!, nodes);

test('fields that alternatives ask for are there, or are not', () => {
  const nodes = [a, b, { t: 'o', any: [0, 1] }] as const;
  expect([{ a: 1 }, { b: 1, c: 1 }, { a: 1, b: 1, c: 1 }].map(value => judge(nodes, value))).toEqual([true, true, true]);
  expect([{}, { b: 1 }].map(value => judge(nodes, value))).toEqual([false, false]);
});

test('at most one of several fields is none or one', () => {
  const nodes = [a, b, { any: [0, 1] }, { not: 2 }, { t: 'o', one: [3, 0, 1] }] as const;
  expect([{}, { a: 1 }, { b: 1, c: 1 }].map(value => judge(nodes, value))).toEqual([true, true, true]);
  expect(judge(nodes, { a: 1, b: 1, c: 1 })).toBe(false);
});

test('what is no object lacks no field', () => {
  expect([null, 'text', ['a']].map(value => judge([a, { any: [0] }], value))).toEqual([true, true, true]);
  expect(judge([a, { not: 0 }], 'text')).toBe(false);
});

test('alternatives that ask for more are for others to judge', () => {
  expect(judge([{ t: 'o', r: ['a'] }, { any: [0] }], { a: 1 })).toBe(false);
  expect(judge([{ maxl: 1 }, { any: [0] }, { not: 1 }], 'text')).toBe(false);
});
