import { ByPair } from '../../../lib/inspect/mesh/by-pair';

test('things are found by a key and its value, in the order in which they came', () => {
  const byPair = new ByPair<string>();
  byPair.addAll({ app: 'cart', version: 'v1' }, 'one');
  byPair.addAll({ app: 'cart', version: 'v2' }, 'two');
  byPair.add('app', 'shop', 'three');

  expect(byPair.of('app', 'cart')).toEqual(['one', 'two']);
  expect(byPair.of('version', 'v2')).toEqual(['two']);
  expect([byPair.of('app', 'v1'), byPair.of('track', 'cart')]).toEqual([[], []]);
});
