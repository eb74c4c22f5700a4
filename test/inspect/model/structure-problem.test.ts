import { readDocument } from '../../../lib/inspect/model/read-document';

/** Texts that kubectl refuses, with where and what we say is wrong, and what mends it. */
const REFUSED_BY_KUBECTL: ReadonlyArray<readonly [text: string, offset: number, message: string, repair: string]> = [
  ...['a: %x\n', 'a: @x\n', 'a: `x`\n', 'a: ]\n', 'a: }\n', 'a: ,x\n', 'a:\n  @x\n', '- %x\n', '@x: y\n', 'a: [@x]\n', 'a: {b: `x`}\n', 'a: b\n%x: y\n'].map(text => {
    const offset = text.search(/[%@`\]},]/);
    return [text, offset, `a text without quotes cannot begin with "${text[offset]}"`, 'quote it'] as const;
  }),
  ['%x: y\n', 0, 'a text without quotes cannot begin with "%"', 'quote it'],
  ...['%YAML 1.2\n', '%YAML\n', '%YAML 1.1', '%TAG ! tag:x,2000:\n', '%TAG x y\n', '%FOO bar\na: b\n', '# %\n%YAML 1.1\na: b\n'].map(text => {
    return [text, text.search(/^%/m), 'Kubernetes takes no directive: it reads YAML 1.1 without one', 'remove the line'] as const;
  }),
  ['a: *\n', 3, 'a text without quotes cannot begin with "*"', 'quote it'],
  ['a: & x\n', 3, 'a text without quotes cannot begin with "&"', 'quote it'],
  ['a: - x\n', 3, 'a list cannot begin on the line of its key', 'put each item on a line of its own below the key'],
  ['a: -\n', 3, 'a list cannot begin on the line of its key', 'put each item on a line of its own below the key'],
  ['a: "x" y\n', 7, 'something stands behind the closing quote', 'put it within the quotes, with a backslash before each quote that is meant as such'],
  ['a: \'it\'s\'\n', 7, 'something stands behind the closing quote', 'put it within the quotes, and write each quote that is meant as such twice'],
  ['a: [x] y\n', 7, 'something stands behind the closing bracket', 'quote all of it, if it is a text'],
  ['a: {x} @y\n', 7, 'something stands behind the closing brace', 'quote all of it, if it is a text'],
  ['a: *b c\n', 6, 'something stands behind the alias', 'quote all of it, if it is a text'],
  ['a: b: c\n', 4, 'a second ": " stands on the line', 'quote the text that holds it, or put the key on a line of its own'],
  ['a: "b": c\n', 6, 'a second ": " stands on the line', 'quote the text that holds it, or put the key on a line of its own'],
  ['metadata\n  name: x\n', 0, 'the line has no colon', 'put a colon behind the key, or remove the line'],
  ['a: 1\nb\nc: 2\n', 5, 'the line has no colon', 'put a colon behind the key, or remove the line'],
  ['a: 1\nb', 5, 'the line has no colon', 'put a colon behind the key, or remove the line'],
  ['a:\n  b: 1\n  c\n', 12, 'the line has no colon', 'put a colon behind the key, or remove the line'],
  ['a: 1\r\nmetadata\r\n\r\n  name: x\r\n', 6, 'the line has no colon', 'put a colon behind the key, or remove the line'],
  ['a:b\nc: d\n', 1, 'no space stands behind the colon', 'put a space behind it'],
  ['a: 1\nb:2\nc: 3\n', 6, 'no space stands behind the colon', 'put a space behind it'],
  ['a:\n b: 1\n  c: 2\n', 11, 'the key is indented deeper than the one before it, which has a value', 'align it with its neighbours'],
  ['a: {b: c}}\n', 9, 'a "}" too many stands here', 'remove it'],
  ['a: [b]]\n', 6, 'a "]" too many stands here', 'remove it'],
  ['a: {b: "say "hi" now"}\n', 13, 'something stands behind the closing quote', 'put it within the quotes, with a backslash before each quote that is meant as such'],
  ['a: [\'it\'s\']\n', 8, 'something stands behind the closing quote', 'put it within the quotes, and write each quote that is meant as such twice'],
  ['a: {b: "c""d": e}\n', 10, 'missed comma between flow collection entries', 'put a comma between two entries'],
  ['a: {b: c[d], e: f}\n', 8, 'a text without quotes cannot hold "[" within brackets or braces', 'quote the text'],
  ['a: [b.{c}]\n', 6, 'a text without quotes cannot hold "{" within brackets or braces', 'quote the text'],
  ['a: {b: c d: e}\n', 10, 'a second ": " stands in the entry', 'quote the text that holds it, or put a comma before the key'],
  ['a:\n<<<<<<< HEAD\n  b: 1\n=======\n  b: 2\n>>>>>>> other\n', 3, 'a conflict of Git is not settled',
    'keep one side, and remove the three lines that mark the conflict'],
  ['a: 1\n----\nb: 1\n', 5, 'the marker between two documents has three hyphens', 'write ---'],
  ['a: {b: "c" d: e}\n', 11, 'missed comma between flow collection entries', 'put a comma between two entries'],
  ['ports:\n-name: http\n port: 80\n', 7, 'no space stands behind the hyphen', 'put a space behind it'],
  ...[
    'a:\n  b: |\n    x\n    y\n   z\n  c: d\n', 'a:\n  b: >-  # x: y\n\n      x: 1\n\n    z: 2\n  b: c\n', 'a:\n- b: |\n    x\n z: d\n', 'a:\r\n  b: &c !!str |2-\r\n      x\r\n   z\r\n',
    'a:\n  - "b": |\n       x\n     z',
  ].map(text => [
    text, text.indexOf('z'), 'the line is indented less than the block of text before it, which is that of "b"', 'align it with the text, if it belongs to that',
  ] as const),
  ['- |\n   x\n  y\n', 11, 'the line is indented less than the block of text before it', 'align it with the text, if it belongs to that'],
  ['a:\n- - |\n     x\n   y\n', 19, 'the line is indented less than the block of text before it', 'align it with the text, if it belongs to that'],
  ['a: |\n  x\nb: c: d\n', 13, 'a second ": " stands on the line', 'quote the text that holds it, or put the key on a line of its own'],
  ['a: b\n\n  c: d\n', 8, 'the key is indented deeper than the one before it, which has a value', 'align it with its neighbours'],
];

test.each(REFUSED_BY_KUBECTL)('%j is wrong at %d: %s', (text, offset, message, repair) => {
  expect(readDocument(text).problems).toEqual([{ kind: 'syntax', offset, path: [], message, repair }]);
});

test.each([
  ['- a\nb: c\n', 4, 'the document should end here'],
  ['a:\n  b: c\n  - d\n', 12, 'bad indentation of a mapping entry'],
  ['a:\n- b\n  c: d\n', 10, 'bad indentation of a sequence entry'],
  ['a:\n  - b: c\n  d: e\n', 14, 'bad indentation of a mapping entry'],
  ['key: value # c\n  more\n', 17, 'bad indentation of a mapping entry'],
])('of %j nothing better is known than the words of the parser', (text, offset, message) => {
  const repair = 'align the line with its neighbours, and quote a text that holds ": " or begins with a special character';
  expect(readDocument(text).problems).toEqual([{ kind: 'syntax', offset, path: [], message, repair }]);
});
