import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { CelList } from '../../../../../lib/inspect/schema/cel/values/cel-list';
import { toDuration } from '../../../../../lib/inspect/schema/cel/values/duration';
import { compare, compareText, isOrdered } from '../../../../../lib/inspect/schema/cel/values/order';
import { Timestamp } from '../../../../../lib/inspect/schema/cel/values/timestamp';
import { Uint } from '../../../../../lib/inspect/schema/cel/values/uint';
import type { CelValue } from '../../../../../lib/inspect/schema/cel/values/value';

test.each<[CelValue, CelValue]>([
  [1n, 2n], [1n, 1.5], [Uint.of(1n), 2n], [false, true], ['a', 'b'], ['a', 'aa'], ['', 'a'], ['Z', 'a'], ['\ue000', '\u{1f600}'],
  [Buffer.from('a'), Buffer.from('b')], [toDuration('1s'), toDuration('1m')], [Timestamp.of(1n), Timestamp.of(2n)],
])('%p comes before %p', (left, right) => {
  expect([compare(left, right), compare(right, left), compare(left, left)].map(Math.sign)).toEqual([-1, 1, 0]);
});

test.each<[CelValue, CelValue]>([
  [1n, 'a'], ['a', 1n], [null, null], [CelList.of([]), CelList.of([])], [toDuration('1s'), Timestamp.of(1n)], [true, 1n],
])('%p and %p have no order', (left, right) => {
  expect(() => compare(left, right)).toThrow(new CelError('no such overload'));
});

test('some types have an order', () => {
  expect([1n, 1, Uint.of(1n), 'a', true, toDuration('1s'), null, CelList.of([])].map(isOrdered))
    .toEqual([true, true, true, true, true, true, false, false]);
});

test('texts are compared by code points', () => {
  expect([compareText('\ue000', '\u{1f600}') < 0, '\ue000' < '\u{1f600}']).toEqual([true, false]);
});
