import { placeInBlock } from '../../../lib/inspect/model/literal-block';

const second = { line: 2, column: 3 };

test.each([
  ['a block', 'mesh: |\n    a:\n      b: 1\n', 'a:\n  b: 1\n'],
  ['a block in an item', '|\n    a:\n      b: 1\n', 'a:\n  b: 1\n'],
  ['a block that says how it ends', 'mesh: |-\n    a:\n      b: 1\n', 'a:\n  b: 1'],
  ['a block that says where it begins', 'mesh: |4+ # c\n    a:\n      b: 1\n', 'a:\n  b: 1\n'],
  ['a block with a tag', 'mesh: !!str |\n    a:\n      b: 1\n', 'a:\n  b: 1\n'],
  ['a block of lines of Windows', 'mesh: |\r\n    a:\r\n      b: 1\r\n', 'a:\n  b: 1\n'],
])('a place in %s', (_, written, text) => {
  expect(placeInBlock(written, text, second)).toEqual({ line: 2, column: 7 });
});

test('lines without anything count', () => {
  expect(placeInBlock('mesh: |\n\n  a:\n\n    b: 1\n', '\na:\n\n  b: 1\n', { line: 4, column: 3 })).toEqual({ line: 4, column: 5 });
});

test.each([
  ['a folded block', 'mesh: >\n  a: 1\n', 'a: 1\n'],
  ['a text in quotes', 'mesh: "a: 1"\n', 'a: 1'],
  ['a text in quotes over some lines', 'mesh: "a: 1\n\n  b: 2"\n', 'a: 1\nb: 2'],
  ['a plain text with a comment', 'mesh: a # |\nb: 1\n', 'a'],
  ['another text', 'mesh: |\n  c: 1\n', 'a: 1\n'],
  ['nothing', 'mesh: |\n', '\n'],
])('none in %s', (_, written, text) => {
  expect(placeInBlock(written, text, { line: 1, column: 1 })).toBeUndefined();
});
