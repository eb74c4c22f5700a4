import { CelList } from '../../../../../lib/inspect/schema/cel/values/cel-list';

test('the items are made when they are asked for, and once', () => {
  const load = jest.fn(() => [1n, 2n]);
  const list = new CelList(2, load);
  expect([list.size, load.mock.calls.length]).toEqual([2, 0]);
  expect([list.items, list.items, load.mock.calls.length]).toEqual([[1n, 2n], [1n, 2n], 1]);
});

test('two lists are equal when their items are, in their order', () => {
  const list = CelList.of([1n, 'a']);
  expect([CelList.of([1, 'a']), CelList.of(['a', 1n]), CelList.of([1n]), CelList.of([1n, 'a', 'a']), 'a'].map(other => list.equals(other)))
    .toEqual([true, false, false, false, false]);
});

test('the sum of two lists has the items of both', () => {
  expect(CelList.of([1n, 2n]).plus(CelList.of([2n])).items).toEqual([1n, 2n, 2n]);
});
