import { lastNotAbove } from '../../../lib/inspect/model/sorted-search';

test.each([
  [-1, -1], [0, 0], [2, 0], [3, 1], [4, 1], [5, 3], [6, 3],
])('of 0, 3, 5 and 5, the last that is not above %i has the index %i', (limit, index) => {
  expect(lastNotAbove(limit, [0, 3, 5, 5])).toBe(index);
});

test('of no numbers, there is none', () => {
  expect(lastNotAbove(1, [])).toBe(-1);
});
