import { readDocument } from '../../../lib/inspect/model/read-document';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { splitDocuments } from '../../../lib/inspect/model/split-documents';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

/** Texts that kubectl 1.32 refuses: with its words, and what we say. */
const REFUSED_BY_KUBECTL: ReadonlyArray<readonly [text: string, kubectl: string, offset: number, message: string, repair: string]> = [
  ['a: "\\/"\n', 'found unknown escape character', 4, 'Kubernetes does not accept the escape "\\/" in YAML', 'write the slash alone'],
  ['a: {"b": "x\\/y"}\n', 'found unknown escape character', 11, 'Kubernetes does not accept the escape "\\/" in YAML', 'write the slash alone'],
  ['a: "\\\\\\/"\n', 'found unknown escape character', 6, 'Kubernetes does not accept the escape "\\/" in YAML', 'write the slash alone'],
  ['a: "x\n  \\/"\n', 'line 2: found unknown escape character', 8, 'Kubernetes does not accept the escape "\\/" in YAML', 'write the slash alone'],
  ['a:\n  b: [\n"\\/"\n]\n', 'line 3: found unknown escape character', 11, 'Kubernetes does not accept the escape "\\/" in YAML', 'write the slash alone'],
  ['a: "\\ud83d\\ude00"\n', 'found invalid Unicode character escape code', 4, 'the escape "\\ud83d" is not a valid character', 'write the character itself'],
  ['a: "b\\U00110000"\n', 'found invalid Unicode character escape code', 5, 'the escape "\\U00110000" is not a valid character', 'write the character itself'],
  ['a: {url: http://x?y=1}\n', 'did not find expected \',\' or \'}\'', 17, 'within brackets, "?" must be quoted', 'quote the text'],
  ['a: [a?b]\n', 'did not find expected \',\' or \']\'', 5, 'within brackets, "?" must be quoted', 'quote the text'],
  ['a: {b: c?}\n', 'did not find expected \',\' or \'}\'', 8, 'within brackets, "?" must be quoted', 'quote the text'],
  ...['a: &b.c d\n', 'a: &b/c [d]\n', 'a: &é d\n', 'a: &b[d]\n', 'a: [x, &b! c]\n', 'a: !t &b.c {d: e}\n'].map(text => [
    text, 'did not find expected alphabetic or numeric character', text.indexOf('&'),
    'an anchor name may contain only ASCII letters, digits, "_" and "-"', 'rename the anchor, or quote the value if it is text',
  ] as const),
  ...['k:\n- "x"c: y\n', 'k:\n- \'x\'c: y\n'].map(text => [
    text, 'did not find expected key', 8, 'unexpected text after the closing quote', 'put it inside the quotes, or on the next line',
  ] as const),
  ['a: {b?: c}\n', 'did not find expected \',\' or \'}\'', 5, 'within brackets, "?" must be quoted', 'quote the text'],
];

/** Texts that kubectl 1.32 takes, with what it makes of them. */
const TAKEN_BY_KUBECTL: ReadonlyArray<readonly [text: string, json: string]> = [
  ['a: \'\\/\'\n', '{"a":"\\\\/"}'],
  ['a: \\/\n', '{"a":"\\\\/"}'],
  ['a: "\\\\/"\n', '{"a":"\\\\/"}'],
  ['a: |\n  "\\/"\n', '{"a":"\\"\\\\/\\"\\n"}'],
  ['a: "\\U0001F600\\u00e9\\uD7ff"\n', '{"a":"😀é\uD7FF"}'],
  ['a: &B-c_9 "b&c.d"\ne: *B-c_9\n', '{"a":"b&c.d","e":"b&c.d"}'],
  ['a: [&b, &c x, &d]\n', '{"a":[null,"x",null]}'],
  ['a: http://x?y=1\n', '{"a":"http://x?y=1"}'],
  ['a: ["b?", \'?\']\nc: d?\n', '{"a":["b?","?"],"c":"d?"}'],
  ['a: [{? b : c}]\n', '{"a":[{"b":"c"}]}'],
  ['a: [\n  b\n]\n? c?\n: d\n', '{"a":["b"],"c?":"d"}'],
];

test.each(REFUSED_BY_KUBECTL)('%j is refused, since kubectl says: %s', (text, _, ...[offset, message, repair]) => {
  expect(readDocument(text)).toEqual({ problems: [{ kind: 'syntax', offset, path: [], message, repair }] });
});

test.each(TAKEN_BY_KUBECTL)('%j is read as %s', (text, json) => {
  const { value, problems } = readDocument(text);
  expect([value, problems]).toEqual([JSON.parse(json), []]);
});

test.each([
  ['JSON', '{"a": "\\/\\ud83d\\ude00"}\n', []],
  ['a document in braces among YAML', 'a: 1\n---\n{"a": "\\/"}\n', ['Kubernetes does not accept the escape "\\/" in YAML']],
])('escapes of JSON in %s', (_, text, messages) => {
  const file = new SourceFile('a', text);
  expect(splitDocuments(text).flatMap(range => new YamlDocument(file, range).problems.map(({ message }) => message))).toEqual(messages);
});
