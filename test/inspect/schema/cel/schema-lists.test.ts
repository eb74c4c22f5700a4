import { CelError } from '../../../../lib/inspect/schema/cel/cel-error';
import { MapList, PlainList, SetList } from '../../../../lib/inspect/schema/cel/schema-lists';
import { CelList } from '../../../../lib/inspect/schema/cel/values/cel-list';
import { CelMap } from '../../../../lib/inspect/schema/cel/values/cel-map';
import type { CelValue } from '../../../../lib/inspect/schema/cel/values/value';
import { plain } from '../../../support/cel-outcome';

const plainList = (...items: readonly CelValue[]): PlainList => new PlainList(items.length, () => items);
const set = (...items: readonly CelValue[]): SetList => new SetList(items.length, () => items);
const port = (name: string, number: bigint): CelMap => CelMap.of([['name', name], ['number', number]]);
const ports = (...items: readonly CelValue[]): MapList => new MapList(items.length, () => items, ['name']);

test('a plain list is equal to a list with the same items in the same order', () => {
  expect([plainList('a', 'b').equals(CelList.of(['a', 'b'])), plainList('a', 'b').equals(CelList.of(['b', 'a']))]).toEqual([true, false]);
});

test('the order of a set does not count, on its own side of the sign', () => {
  expect([set('a', 'b').equals(CelList.of(['b', 'a'])), CelList.of(['b', 'a']).equals(set('a', 'b'))]).toEqual([true, false]);
  expect([set('a', 'b').equals(CelList.of(['a', 'c'])), set('a').equals(CelList.of(['a', 'a']))]).toEqual([false, false]);
});

test('a set plus a list is a set with what was not in it', () => {
  expect(plain(set('a', 'b').plus(CelList.of(['b', 'c', 'c'])))).toEqual(['a', 'b', 'c']);
});

test('the order of a list with keys does not count', () => {
  const list = ports(port('a', 1n), port('b', 2n));
  expect([
    list.equals(CelList.of([port('b', 2n), port('a', 1n)])), list.equals(CelList.of([port('b', 3n), port('a', 1n)])),
    list.equals(CelList.of([port('c', 2n), port('a', 1n)])), list.equals(CelList.of([port('a', 1n)])),
  ]).toEqual([true, false, false, false]);
});

test('a list with keys plus a list has the items of the latter in the place of those with their keys', () => {
  const sum = ports(port('a', 1n), port('b', 2n)).plus(CelList.of([port('b', 3n), port('c', 4n)]));
  expect(sum.items.map(item => (item as CelMap).find('number'))).toEqual([1n, 3n, 4n]);
});

test('items without keys have one place', () => {
  expect(ports('a', 'b').plus(CelList.of([])).size).toBe(1);
});

test.each([['plain', plainList()], ['set', set()], ['map', ports()]])('fails to compare a %s list with what is no list', (_, list) => {
  expect(() => list.equals(1n)).toThrow(new CelError('no such overload'));
});
