import { isJsonText, jsonComment } from '../../../lib/inspect/model/json-text';
import { readDocument } from '../../../lib/inspect/model/read-document';

test('JSON is told from what merely begins like it', () => {
  expect(['{"a": 1}\n', '{"a": 1,}', '{a: 1}', '{"a": yes}'].map(isJsonText)).toEqual([true, false, false, false]);
});

test.each([
  ['{\n  // x\n  "a": 1\n}', 4], ['{"a": "http://b // c", // x\n"b": 1}', 23], ['{"a": [1] // x\n}', 10], ['{// it\'s x\n"a": "b"}', 1], ['{"a": "b"\n// x\n}', 10],
  ['{"a": "b\\\\" // x\n}', 12],
])('%j has a comment that Kubernetes does not read', (text, offset) => {
  const mistake = { offset, message: 'JSON and YAML have no comments that start with "//"', repair: 'remove it' };
  expect(jsonComment(text)).toEqual(mistake);
  expect(readDocument(text, { isJson: true })).toEqual({ problems: [{ kind: 'syntax', path: [], ...mistake }] });
});

test.each(['{a: "b\n// c"}', '{"a": "\\"// b",}', '{a: //b, c: \'d, // e\', "f": "// g", h: i // j, # see // k\n "l": http://m}', '{"a": 1,}'])('%j has none', text => {
  expect(jsonComment(text)).toBeUndefined();
});

test.each([
  ['{"//": "a", "b": "// c"}', []],
  ['{\n\t"a": "b\\/c"\n}', []],
  ['{"a": "b\\/c",}', ['Kubernetes does not accept the escape "\\/" in YAML']],
])('of a file that begins like JSON, %j is read by its own rules where it is JSON, and by those of YAML where it is none', (text, messages) => {
  expect(readDocument(text, { isJson: true }).problems.map(({ message }) => message)).toEqual(messages);
});

test.each(['{"a": "%s",\n// b\n}', '{"a": %s\n// b\n}'])('%j with a text of a million characters is read as fast as others, and exhausts no stack', template => {
  for (const long of ['b', '\\"', '"']) {
    expect(jsonComment(template.replace('%s', long.repeat(1_000_000)))).toEqual(expect.objectContaining({ message: expect.stringContaining('comments') }));
  }
});
