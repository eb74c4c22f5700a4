import { YAMLException } from 'js-yaml';
import { documentTree } from '../../../lib/inspect/model/document-tree';
import { parseText } from '../../../lib/inspect/model/parse-text';
import { readDocument } from '../../../lib/inspect/model/read-document';
import { offsetOf } from '../../../lib/inspect/model/tree-position';

/** What Kubernetes makes of lines inside of brackets and quotes that are less indented than YAML 1.2 wants them. */
const READ_BY_KUBERNETES: ReadonlyArray<readonly [text: string, json: string]> = [
  ['a: [\n  1\n]\nb: 2\n', '{"a":[1],"b":2}'],
  ['a:\n  b: {\n    c: 1\n  }\n', '{"a":{"b":{"c":1}}}'],
  ['a:\n  b: [\n1,\n2\n]\n', '{"a":{"b":[1,2]}}'],
  ['a:\n  b: "x\n  y"\n', '{"a":{"b":"x y"}}'],
  ['a:\n  b: \'x\ny\n\nz\'\n', '{"a":{"b":"x y\\nz"}}'],
  ['a:\n  - - b: "x\ny"\n      c: [\n]\n', '{"a":[[{"b":"x y","c":[]}]]}'],
  ['a:\n  b: some\n    "text [\n  c: {d: [\n], e: "f\n g"}\n', '{"a":{"b":"some \\"text [","c":{"d":[],"e":"f g"}}}'],
  ['a:\n  b: |\n    "x [\n  c: [\n]\n', '{"a":{"b":"\\"x [\\n","c":[]}}'],
  ['a: [\r\n1\r\n]\r\n', '{"a":[1]}'],
];

test.each(READ_BY_KUBERNETES)('%j is read as %s', (text, json) => {
  const { value, problems } = readDocument(text);
  expect([JSON.stringify(value), problems]).toEqual([json, []]);
});

/** What kubectl 1.32 makes of comments with no space before them. */
const JOINED_COMMENTS: ReadonlyArray<readonly [text: string, json: string]> = [
  ['a: "x"# c\n', '{"a":"x"}'],
  ['a: \'x\'#c\n', '{"a":"x"}'],
  ['a: [x]#c\nb: 1\n', '{"a":["x"],"b":1}'],
  ['a: {x: y}#c\n', '{"a":{"x":true}}'],
  ['- "x"#c\n', '["x"]'],
  ['a: [ x,#c\n  y]\n', '{"a":["x",true]}'],
  ['a: [#c\n  y]\n', '{"a":[true]}'],
  ['a: |#c\n  x\n', '{"a":"x\\n"}'],
  ['a: ["x"#c\n  , y]\n', '{"a":["x",true]}'],
  ['a: "x#y"#c "z"#d\nb: z#y\nc: |\n  "x"#y\n', '{"a":"x#y","b":"z#y","c":"\\"x\\"#y\\n"}'],
  ['a:\n  b: [\n"x"#c\n]#d\n', '{"a":{"b":["x"]}}'],
];

test.each(JOINED_COMMENTS)('%j is read as %s, though a comment has no space before it', (text, json) => {
  const { value, problems } = readDocument(text);
  expect([value, problems]).toEqual([JSON.parse(json), []]);
});

test('with tabs, offsets are those of the text as it was written', () => {
  const text = 'a:\t{b: 1,\tc:\t[\n\t2 ]}# x\nd:\te\n';
  const tree = documentTree(parseText(text));
  expect([['a'], ['a', 'b'], ['a', 'c', 0], ['d']].map(path => text.slice(offsetOf(tree, path)).split('\n')[0])).toEqual(['a:\t{b: 1,\tc:\t[', 'b: 1,\tc:\t[', '2 ]}# x', 'd:\te']);
});

test('a text that YAML 1.2 likes is parsed as it is', () => {
  const { source, written } = parseText('a: [\n  1]');
  expect([source, written(5)]).toEqual(['a: [\n  1]', 5]);
});

test('offsets are those of the text as it was written', () => {
  const text = 'a: {\nb: 1,\n  c: "x\ny"\n}\nd: 1\n';
  const tree = documentTree(parseText(text));
  expect([['a'], ['a', 'b'], ['a', 'c'], ['d']].map(path => text.slice(offsetOf(tree, path)).split('\n')[0])).toEqual(['a: {', 'b: 1,', 'c: "x', 'd: 1']);
});

test('fails at the place as it was written', () => {
  const text = 'a: [\n1\n]\nb: c: d\n';
  expect(() => parseText(text)).toThrow(expect.objectContaining({ reason: 'bad indentation of a mapping entry', mark: expect.objectContaining({ position: 13 }) }));
  expect(() => parseText(text)).toThrow(YAMLException);
});

test('a quote that is not closed stays open, however its lines are indented', () => {
  expect(() => parseText('a: "x\nb: 1\n')).toThrow(/^deficient indentation/);
});
