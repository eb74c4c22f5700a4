import { lineStartOf } from '../../../lib/inspect/model/line-start';

test.each([
  ['', 0, 0],
  ['\n', 0, 0],
  ['\n', 1, 1],
  ['ab\ncd', 2, 0],
  ['ab\ncd', 3, 3],
  ['ab\ncd', 5, 3],
  ['ab\r\ncd', 5, 4],
  ['ab\rcd', 4, 3],
])('in %j, the line of %d begins at %d', (text, offset, start) => {
  expect(lineStartOf(text, offset)).toBe(start);
});
