import { childOf } from '../../../../lib/inspect/schema/check/context';
import { METADATA } from '../../../../lib/inspect/schema/node';

test('a child is a property, the metadata of an object, or the value of a map', () => {
  expect(childOf({ p: { a: 1 }, a: 2 }, 'a')).toBe(1);
  expect(childOf({ p: { a: 1 }, a: 2 }, 'b')).toBe(2);
  expect(childOf({ p: { a: 1 } }, 'toString')).toBeUndefined();
  expect(childOf({ emb: 1 }, 'metadata')).toBe(METADATA);
  expect(childOf({ emb: 1, p: { metadata: 3 } }, 'metadata')).toBe(3);
});
