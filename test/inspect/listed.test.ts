import { listed, listedWithout, many } from '../../lib/inspect/listed';

describe('names in words', () => {
  test.each([
    [['a'], 'a'],
    [['a', 'b', 'c'], 'a, b, c'],
    [['a', 'b', 'c', 'd'], 'a, b, c and 1 more'],
  ])('%j are "%s"', (names, text) => {
    expect(listed(names)).toBe(text);
  });

  test('the first of thousands stand for all', () => {
    expect(listed(['a', 'b', 'c'], 3, 4_000)).toBe('a, b, c and 3,997 more');
  });

  test.each([
    [['a', 'b'], 'a', 'b'],
    [['a', 'b', 'c', 'd'], 'd', 'a, b, c'],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'b', 'a, c, d and 2 more'],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'f', 'a, b, c and 2 more'],
  ])('%j without %s are "%s"', (names, own, text) => {
    expect(listedWithout(names, own)).toBe(text);
  });

  test('numbers have commas', () => {
    expect([999, 1_000, 1_234_567].map(many)).toEqual(['999', '1,000', '1,234,567']);
  });
});
