import { canonical, duplicates, keyOf } from '../../../../lib/inspect/schema/check/duplicates';

test('a list that is neither set nor map may hold anything twice', () => {
  expect(duplicates(['a', 'a'], {})).toEqual([]);
});

test('a set tells values apart by type, and objects by content', () => {
  expect(duplicates([1, '1', true, 'true', null], { lt: 'set' })).toEqual([]);
  expect(duplicates([{ a: 1, b: 2 }, { b: 2, a: 1 }, [1], [1]], { lt: 'set' })).toEqual([1, 3]);
});

test('each value is told once, however often it is there', () => {
  expect(duplicates(['a', 'b', 'a', 'a', 'b'], { lt: 'set' })).toEqual([2, 4]);
});

test('items of a map list are told apart by their keys, of which one may be missing', () => {
  const node = { lt: 'map', lk: ['name', 'port'] } as const;
  expect(duplicates([{ name: 'a', port: 1 }, { name: 'a', port: 2 }, { name: 'a' }], node)).toEqual([]);
  expect(duplicates([{ name: 'a' }, { name: 'a', other: 1 }], node)).toEqual([1]);
});

test('a missing key is none of the values that a key can have', () => {
  expect(new Set([{}, { a: null }, { a: '' }, { a: [] }].map(item => keyOf(item, ['a']))).size).toBe(4);
  expect(keyOf('no object', ['a'])).toBe(keyOf({}, ['a']));
});

test('the canonical text of an object sorts its keys at every depth', () => {
  expect(canonical({ b: { d: 1, c: [{ f: 1, e: 2 }] }, a: null })).toBe('{"a":null,"b":{"c":[{"e":2,"f":1}],"d":1}}');
  expect(canonical(undefined)).toBe('undefined');
});
