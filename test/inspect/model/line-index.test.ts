import { LineIndex } from '../../../lib/inspect/model/line-index';

test.each([
  ['line feeds', 'ab\ncd\n', [[0, 1, 1], [1, 1, 2], [2, 1, 3], [3, 2, 1], [5, 2, 3], [6, 3, 1]]],
  ['carriage returns and line feeds', 'ab\r\ncd', [[0, 1, 1], [4, 2, 1], [5, 2, 2]]],
  ['carriage returns', 'a\rb', [[0, 1, 1], [2, 2, 1]]],
  ['no line break', '', [[0, 1, 1]]],
])('counts lines and columns from 1, with %s', (_, text, positions) => {
  const index = new LineIndex(text);
  expect(positions.map(([offset]) => [offset, ...Object.values(index.positionOf(offset))])).toEqual(positions);
});

test('columns count UTF-16 code units, as editors do', () => {
  expect(new LineIndex('ä😀x').positionOf(3)).toEqual({ line: 1, column: 4 });
});
