import { CelMap } from '../../../../../lib/inspect/schema/cel/values/cel-map';
import { Uint } from '../../../../../lib/inspect/schema/cel/values/uint';

const map = CelMap.of([['a', 1n], [2n, 'two'], [true, null]]);

test('a value is found by its key', () => {
  expect([map.find('a'), map.find(2n), map.find(true), map.find('b')]).toEqual([1n, 'two', null, undefined]);
});

test('numbers of all types find the same key, and no text does', () => {
  expect([map.find(2), map.find(Uint.of(2n)), map.find(2.5), map.find('2')]).toEqual(['two', 'two', undefined, undefined]);
});

test('the keys are those that it was made with, and of two values for one the later counts', () => {
  expect([map.size, map.keys]).toEqual([3, ['a', 2n, true]]);
  expect(CelMap.of([['a', 1n], ['a', 2n]]).find('a')).toBe(2n);
});

test('two maps are equal when their entries are, in any order', () => {
  expect([
    CelMap.of([[true, null], [2n, 'two'], ['a', 1]]), CelMap.of([['a', 1n], [2n, 'two']]), CelMap.of([['a', 2n], [2n, 'two'], [true, null]]),
    CelMap.of([['b', 1n], [2n, 'two'], [true, null]]), 'a',
  ].map(other => map.equals(other))).toEqual([true, false, false, false, false]);
});
