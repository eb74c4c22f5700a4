import { readDocument } from '../../../lib/inspect/model/read-document';

/** Texts that kubectl refuses, with where and what we say is wrong, and what mends it. */
const REFUSED_BY_KUBECTL: ReadonlyArray<readonly [text: string, offset: number, message: string, repair: string]> = [
  ...['a: %x\n', 'a: @x\n', 'a: `x`\n', 'a: ]\n', 'a: }\n', 'a: ,x\n', 'a:\n  @x\n', '- %x\n', '@x: y\n', 'a: [@x]\n', 'a: {b: `x`}\n', 'a: b\n%x: y\n'].map(text => {
    const offset = text.search(/[%@`\]},]/);
    return [text, offset, `unquoted text cannot start with "${text[offset]}"`, 'quote it'] as const;
  }),
  ['%x: y\n', 0, 'unquoted text cannot start with "%"', 'quote it'],
  ...['%YAML 1.2\n', '%YAML\n', '%YAML 1.1', '%TAG ! tag:x,2000:\n', '%TAG x y\n', '%FOO bar\na: b\n', '# %\n%YAML 1.1\na: b\n'].map(text => {
    return [text, text.search(/^%/m), 'Kubernetes does not accept directives: it reads YAML 1.1 without them', 'remove the line'] as const;
  }),
  ['a: *\n', 3, 'unquoted text cannot start with "*"', 'quote it'],
  ['a: & x\n', 3, 'unquoted text cannot start with "&"', 'quote it'],
  ['a: - x\n', 3, 'a list cannot start on the same line as its key', 'put each item on its own line below the key'],
  ['a: -\n', 3, 'a list cannot start on the same line as its key', 'put each item on its own line below the key'],
  ['a: "x" y\n', 7, 'unexpected text after the closing quote', 'put it inside the quotes, with a backslash before each literal quote'],
  ['a: \'it\'s\'\n', 7, 'unexpected text after the closing quote', 'put it inside the quotes, and double each literal quote'],
  ['a: [x] y\n', 7, 'unexpected text after the closing bracket', 'quote all of it if it is text'],
  ['a: {x} @y\n', 7, 'unexpected text after the closing brace', 'quote all of it if it is text'],
  ['a: *b c\n', 6, 'unexpected text after the alias', 'quote all of it if it is text'],
  ['a: b: c\n', 4, 'there is a second ": " on this line', 'quote the text that contains it, or put the key on a line of its own'],
  ['a: "b": c\n', 6, 'there is a second ": " on this line', 'quote the text that contains it, or put the key on a line of its own'],
  ['metadata\n  name: x\n', 0, 'the line has no colon', 'put a colon after the key, or remove the line'],
  ['a: 1\nb\nc: 2\n', 5, 'the line has no colon', 'put a colon after the key, or remove the line'],
  ['a: 1\nb', 5, 'the line has no colon', 'put a colon after the key, or remove the line'],
  ['a:\n  b: 1\n  c\n', 12, 'the line has no colon', 'put a colon after the key, or remove the line'],
  ['a: 1\r\nmetadata\r\n\r\n  name: x\r\n', 6, 'the line has no colon', 'put a colon after the key, or remove the line'],
  ['a:b\nc: d\n', 1, 'there is no space after the colon', 'put a space after it'],
  ['a: 1\nb:2\nc: 3\n', 6, 'there is no space after the colon', 'put a space after it'],
  ['a:\n b: 1\n  c: 2\n', 11, 'the key is indented deeper than the one before it, which has a value', 'align it with its neighbours'],
  ['a: {b: c}}\n', 9, 'unmatched "}"', 'remove it'],
  ['a: [b]]\n', 6, 'unmatched "]"', 'remove it'],
  ['a: {b: "say "hi" now"}\n', 13, 'unexpected text after the closing quote', 'put it inside the quotes, with a backslash before each literal quote'],
  ['a: [\'it\'s\']\n', 8, 'unexpected text after the closing quote', 'put it inside the quotes, and double each literal quote'],
  ['a: {b: "c""d": e}\n', 10, 'missed comma between flow collection entries', 'put a comma between two entries'],
  ['a: {b: c[d], e: f}\n', 8, 'unquoted text cannot contain "[" within brackets or braces', 'quote the text'],
  ['a: [b.{c}]\n', 6, 'unquoted text cannot contain "{" within brackets or braces', 'quote the text'],
  ['a: {b: c d: e}\n', 10, 'there is a second ": " in this entry', 'quote the text that contains it, or put a comma before the key'],
  ['a:\n<<<<<<< HEAD\n  b: 1\n=======\n  b: 2\n>>>>>>> other\n', 3, 'unresolved Git merge conflict',
    'keep one side, and remove the three lines of conflict markers'],
  ['a: 1\n----\nb: 1\n', 5, 'a document separator must be exactly three hyphens', 'write ---'],
  ['a: {b: "c" d: e}\n', 11, 'missed comma between flow collection entries', 'put a comma between two entries'],
  ['ports:\n-name: http\n port: 80\n', 7, 'there is no space after the hyphen', 'put a space after it'],
  ...[
    'a:\n  b: |\n    x\n    y\n   z\n  c: d\n', 'a:\n  b: >-  # x: y\n\n      x: 1\n\n    z: 2\n  b: c\n', 'a:\n- b: |\n    x\n z: d\n', 'a:\r\n  b: &c !!str |2-\r\n      x\r\n   z\r\n',
    'a:\n  - "b": |\n       x\n     z',
  ].map(text => [
    text, text.indexOf('z'), 'the line is indented less than the block of text before it, the value of "b"', 'align it with the text if it belongs to it',
  ] as const),
  ['- |\n   x\n  y\n', 11, 'the line is indented less than the block of text before it', 'align it with the text if it belongs to it'],
  ['a:\n- - |\n     x\n   y\n', 19, 'the line is indented less than the block of text before it', 'align it with the text if it belongs to it'],
  ['a: |\n  x\nb: c: d\n', 13, 'there is a second ": " on this line', 'quote the text that contains it, or put the key on a line of its own'],
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
  const repair = 'align the line with its neighbours, and quote text that contains ": " or starts with a special character';
  expect(readDocument(text).problems).toEqual([{ kind: 'syntax', offset, path: [], message, repair }]);
});
