import { Unions } from '../../../lib/inspect/mesh/unions';

test('groups put together have each thing once, in the order in which they came', () => {
  expect(new Unions<string>().of([['b', 'a'], ['a', 'c']])).toEqual(['b', 'a', 'c']);
});

test('an order sorts what is in them', () => {
  expect(new Unions<number>((one, other) => one - other).of([[3, 1], [2]])).toEqual([1, 2, 3]);
});

test('the same groups share the answer, however often and in which order they are asked for', () => {
  const unions = new Unions<string>();
  const [one, other] = [['a'], ['b']];

  expect(unions.of([other, one, one])).toBe(unions.of([one, other]));
});

test('other groups with the same things are others', () => {
  const unions = new Unions<string>();

  expect([unions.of([['a']]), unions.of([['b']])]).toEqual([['a'], ['b']]);
});

test('nothing put together is nothing', () => {
  expect(new Unions<string>().of([])).toEqual([]);
});
