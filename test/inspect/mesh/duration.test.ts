import { milliseconds } from '../../../lib/inspect/mesh/duration';

test.each([['5s', 5_000], ['1m30s', 90_000], ['250ms', 250], ['1.5h', 5_400_000], ['1us', 0.001], [undefined, 0], ['', 0], ['5', 0], ['5 s', 0], ['soon', 0]])('%p is %p ms', (text, expected) => {
  expect(milliseconds(text)).toBeCloseTo(expected, 6);
});
