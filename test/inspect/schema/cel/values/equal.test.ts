import { CelList } from '../../../../../lib/inspect/schema/cel/values/cel-list';
import { equal } from '../../../../../lib/inspect/schema/cel/values/equal';
import { Uint } from '../../../../../lib/inspect/schema/cel/values/uint';
import type { CelValue } from '../../../../../lib/inspect/schema/cel/values/value';

test.each<[CelValue, CelValue]>([
  [1n, 1n], [1n, 1], [1, Uint.of(1n)], ['a', 'a'], [true, true], [null, null], [0, -0],
  [Uint.of(1n), Uint.of(1n)], [Buffer.from('a'), new Uint8Array([0x61])], [CelList.of([1n]), CelList.of([1])],
])('%p and %p are equal', (left, right) => {
  expect([equal(left, right), equal(right, left)]).toEqual([true, true]);
});

test.each<[CelValue, CelValue]>([
  [1n, 2n], [1n, '1'], [1n, true], [null, 0n], [false, null], ['a', 'b'], ['a', Buffer.from('a')], [Buffer.from('a'), Buffer.from('ab')],
  [NaN, NaN], [CelList.of([]), 'a'], [CelList.of([]), null], [true, 'true'],
])('%p and %p are not equal', (left, right) => {
  expect([equal(left, right), equal(right, left)]).toEqual([false, false]);
});
