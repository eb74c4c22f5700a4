import { splitDocuments } from '../../../lib/inspect/model/split-documents';

const texts = (text: string): string[] => splitDocuments(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['one document without a marker', 'a: 1\n', ['a: 1\n']],
  ['an empty text', '', ['']],
  ['documents between markers', 'a: 1\n---\nb: 2\n---\nc: 3', ['a: 1\n', '\nb: 2\n', '\nc: 3']],
  ['a marker at the start', '---\na: 1', ['\na: 1']],
  ['a comment behind a marker', '--- # one\na: 1', [' # one\na: 1']],
  ['a marker that ends a document', 'a: 1\n...\n---\nb: 2', ['a: 1\n', '\nb: 2']],
  ['markers with nothing between them', '---\n \n---\n\n---\na: 1\n---\n', ['\na: 1\n', '\n']],
  ['lines that end with a carriage return', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '\r\nb: 2\r\n']],
  ['a marker at the very end', 'a: 1\n---', ['a: 1\n', '']],
  ['a line that only begins like a marker', '----\n---a\n....', ['----\n---a\n....']],
  ['a marker that is indented, and so is text', 'a: |\n  ---\n  b\n', ['a: |\n  ---\n  b\n']],
  ['JSON objects on a line each', '{"a":1}\n{"b":2}\n', ['{"a":1}\n', '{"b":2}\n']],
  ['JSON objects over several lines', '{\n  "a": {\n  }\n}\n\n{\n}\n', ['{\n  "a": {\n  }\n}\n\n', '{\n}\n']],
  ['JSON objects on one line', '{"a":{}}{"b":2} {"c":3}\n', ['{"a":{}}', '{"b":2} ', '{"c":3}\n']],
  ['JSON objects whose texts look like the end of one', '{"a":"}{ \\" }{"}{"b":"}{', ['{"a":"}{ \\" }{"}', '{"b":"}{']],
  ['a template in braces', '{"a":{{ .b }}{{ .c }}}', ['{"a":{{ .b }}{{ .c }}}']],
  ['YAML behind JSON, with braces in a text', '{"a":1}\n---\nb: |\n  {} {}\n', ['{"a":1}\n', '\nb: |\n  {} {}\n']],
  ['what follows a quote that is not closed', '{"a: 1}\n{"b": "\n---\nc: 3', ['{"a: 1}\n', '{"b": "\n', '\nc: 3']],
  ['YAML in braces with others in a text', "{a: '{b}{c}'}", ["{a: '{b}{c}'}"]],
  ['YAML in braces with others in a comment', '{\n # {b} {c}\n a: 1}\n{d: 2}', ['{\n # {b} {c}\n a: 1}\n', '{d: 2}']],
  ['JSON objects between markers', '{"a":1}\n---\n{"b":2}', ['{"a":1}\n', '\n{"b":2}']],
])('cuts %s', (_, text, expected) => {
  expect(texts(text)).toEqual(expected);
});

test('tells whether a text begins behind a marker, on its line', () => {
  expect(splitDocuments('a: 1\n---\nb: 2').map(({ behindMarker }) => behindMarker)).toEqual([false, true]);
  expect(splitDocuments('{}\n{}').map(({ behindMarker }) => behindMarker)).toEqual([false, false]);
});

test('the second of two JSON objects is found only in a stream that begins with one', () => {
  expect(texts('a: {x: 1\n}\n{b: 2}\n')).toEqual(['a: {x: 1\n}\n{b: 2}\n']);
});

test('white space and braces without end are looked at once', () => {
  const blank = ' '.repeat(1_000_000);
  expect(texts(`{"a":1}${blank}{"b":2}`)).toEqual([`{"a":1}${blank}`, '{"b":2}']);
  expect(texts(`{${'"a": 1,'.repeat(100_000)} ${'}{'.repeat(100_000)}`)).toHaveLength(1);
});
