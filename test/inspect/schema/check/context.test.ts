import { childOf, isObject } from '../../../../lib/inspect/schema/check/context';
import { METADATA } from '../../../../lib/inspect/schema/node';

test('a child is a property, the metadata of an object, or the value of a map', () => {
  expect(childOf({ p: { a: 1 }, a: 2 }, 'a')).toBe(1);
  expect(childOf({ p: { a: 1 }, a: 2 }, 'b')).toBe(2);
  expect(childOf({ p: { a: 1 } }, 'toString')).toBeUndefined();
  expect(childOf({ emb: 1 }, 'metadata')).toBe(METADATA);
  expect(childOf({ emb: 1, p: { metadata: 3 } }, 'metadata')).toBe(3);
});

test('neither null nor a list is an object', () => {
  expect([{}, { a: 1 }].every(isObject)).toBe(true);
  expect([null, [], 'a', 1, undefined].some(isObject)).toBe(false);
});
