import { readDocument } from '../../../lib/inspect/model/read-document';

/** What a Kubernetes API server 1.32 makes of each text, as JSON. */
const READ_BY_KUBERNETES: ReadonlyArray<readonly [text: string, json: string]> = [
  ['{1: a, 1.5: b, true: c, 0x10: e, 1_0: f, 2001-01-01: g, .inf: h}', '{"1":"a","10":"f","16":"e","1.5":"b","true":"c","2001-01-01":"g",".inf":"h"}'],
  ['{on: d}', '{"true":"d"}'],
  ['base: &b {a: 1, b: 2}\nm: {<<: *b, a: 3}', '{"base":{"a":1,"b":2},"m":{"a":3,"b":2}}'],
  ['base: &b {a: 1, b: 2}\nm: {a: 3, <<: *b}', '{"base":{"a":1,"b":2},"m":{"a":1,"b":2}}'],
  ['x: &x {a: 1}\nz: &z {a: 2, b: 2}\nm: {<<: [*x, *z], b: 3}', '{"x":{"a":1},"z":{"a":2,"b":2},"m":{"a":1,"b":3}}'],
  ['m: {<<: {a: 1}}', '{"m":{"a":1}}'],
  ['m: {"<<": x}', '{"m":{"<<":"x"}}'],
  ['m: {v: <<}', '{"m":{"v":"<<"}}'],
  ['m: [<<]', '{"m":["<<"]}'],
  ['m: !!str 1', '{"m":"1"}'],
  ['m: !!int "7"', '{"m":7}'],
  ['m: !!float 1', '{"m":1}'],
  ['m: !!bool "on"', '{"m":true}'],
  ['m: !!null ""', '{"m":null}'],
  ['m: !!binary aGk=', '{"m":"hi"}'],
  ['m: !!timestamp 2001-01-01', '{"m":"2001-01-01"}'],
  ['m: !!set {a, b}', '{"m":{"a":null,"b":null}}'],
  ['m: !custom x', '{"m":"x"}'],
  ['m: !custom {a: 1}', '{"m":{"a":1}}'],
  ['m: !custom [a]', '{"m":["a"]}'],
  ['m: ! 1', '{"m":"1"}'],
  ['__proto__: {a: 1}', '{"__proto__":{"a":1}}'],
  ['a: >\n  x\n  y\n\n  z', '{"a":"x y\\nz\\n"}'],
  ['a: |-\n  x', '{"a":"x"}'],
  ['a:\n- 1\n- 2', '{"a":[1,2]}'],
  ['a: &a [1]\nb: *a', '{"a":[1],"b":[1]}'],
];

/** Texts that the API server refuses, with our words for it and the offset that we name. */
const REFUSED_BY_KUBERNETES: ReadonlyArray<readonly [text: string, offset: number, message: string, repair: string]> = [
  ['a: {null: b}', 4, 'null is not a valid JSON key', 'quote it'],
  ['? [x]\n: 1', 2, 'a list or mapping is not a valid JSON key', 'quote it'],
  ['a: .inf', 0, '.inf is not a valid JSON number', 'quote it'],
  ['a: [\n1\n]\nb: -.inf', 9, '-.inf is not a valid JSON number', 'quote it'],
  ['a: [.nan]', 4, '.nan is not a valid JSON number', 'quote it'],
  ['a: !!int x', 3, 'the value does not fit its tag !!int', 'quote it'],
  ['a: !!int 1.5', 3, 'the value does not fit its tag !!int', 'quote it'],
  ['a: !!binary "@"', 3, 'the value does not fit its tag !!binary', 'quote it'],
  ['m: {<<: 1}', 4, 'only a mapping, or a list of mappings, can be merged', 'merge an alias of a mapping'],
  ['m: {<<: [1]}', 4, 'only a mapping, or a list of mappings, can be merged', 'merge an alias of a mapping'],
  ['a: &a [*a]', 7, 'the anchor "a" contains itself', 'replace the alias with its content'],
  ['a: &a {b: *a}', 10, 'the anchor "a" contains itself', 'replace the alias with its content'],
  ['a: *b', 3, 'no anchor for the alias "b"', 'write the anchor before the alias, or quote the text'],
  ['a: b: c', 4, 'there is a second ": " on this line', 'quote the text that contains it, or put the key on a line of its own'],
  ['a:\n\tb: 1', 3, 'tab characters must not be used in indentation', 'indent with spaces'],
  ['a: "x', 3, 'the quote that opens here is not closed', 'close the quote'],
  ['a: [1, 2', 3, 'the bracket that opens here is not closed', 'close the bracket'],
  ['a: [', 3, 'the bracket that opens here is not closed', 'close the bracket'],
  ['a: ["1" "2"]', 8, 'missed comma between flow collection entries', 'put a comma between two entries'],
  ['kubectl apply -f x\nkind: X', 0, 'the line has no colon', 'put a colon after the key, or remove the line'],
  ['a: {{ .Values.x }}', 4, 'a list or mapping is not a valid JSON key', 'render the template first if this is one'],
  ['a: {{- if x }}', 5, 'missed comma between flow collection entries', 'render the template first if this is one'],
  ['a: {b: ${PORT}}', 8, 'missed comma between flow collection entries', 'substitute ${PORT} first if it is a variable'],
  ['a: {b: ${PORT:=80}, c: "1" 2}', 8, 'missed comma between flow collection entries', 'substitute ${PORT:=80} first if it is a variable'],
  ['a: ["${PORT}" "2"]', 14, 'missed comma between flow collection entries', 'put a comma between two entries'],
  ['a: "\\q"', 4, 'unknown escape sequence', 'write the backslash twice, or use single quotes'],
  ['a: "\\x4g"', 4, 'expected hexadecimal character', 'write the backslash twice, or use single quotes'],
  ['a: "b\\u12\\n"', 5, 'expected hexadecimal character', 'write the backslash twice, or use single quotes'],
  ['a:\n  ? {x: y}\n  : 1', 7, 'a list or mapping is not a valid JSON key', 'quote it'],
  ['a: 1\nb:\n- c: {[x]: y}', 14, 'a list or mapping is not a valid JSON key', 'quote it'],
  ['a: &k {b: c}\n? *k\n: d', 15, 'a list or mapping is not a valid JSON key', 'quote it'],
  ['a: 1\n{{ .Release.Namespace }}: x', 5, 'a list or mapping is not a valid JSON key', 'render the template first if this is one'],
  ['a: {{ .x }}\nb: [1', 15, 'the bracket that opens here is not closed', 'render the template first if this is one'],
  ['a: {{ .x }}\n\r\nb: [1', 17, 'the bracket that opens here is not closed', 'render the template first if this is one'],
  ['a: {{ .x }}\nb: 1\nc: [1', 20, 'the bracket that opens here is not closed', 'close the bracket'],
  ['a: "{{ .x }}"\nb: [1', 17, 'the bracket that opens here is not closed', 'close the bracket'],
  ['a: "{{ include "x" . }}"', 16, 'unexpected text after the closing quote', 'render the template first if this is one'],
  ['a: [1]\n~: x', 7, 'null is not a valid JSON key', 'quote it'],
  ['- &x .nan', 2, '.nan is not a valid JSON number', 'quote it'],
  ['a: [1, , 2]', 7, 'there is nothing before the comma', 'remove one comma'],
  ['a: |x\n', 4, 'a line break is expected', 'put the text on the next line, or quote all of it'],
  ['a:\n  b: 1\n c: 2', 11, 'bad indentation of a mapping entry', 'align the line with its neighbours, and quote text that contains ": " or starts with a special character'],
];

test.each(READ_BY_KUBERNETES)('%j is read as %s', (text, json) => {
  const { value, problems } = readDocument(text);
  expect([JSON.stringify(value), problems]).toEqual([json, []]);
});

test.each(REFUSED_BY_KUBERNETES)('%j is refused', (text, offset, message, repair) => {
  expect(readDocument(text)).toEqual({ problems: [{ kind: 'syntax', offset, path: [], message, repair }] });
});

test('a key that stands twice is a problem each time that it stands again, and the last one counts', () => {
  expect(readDocument('a: {b: 1, b: 2, b: 3}\n"c": 1\nc: 2\n')).toEqual({
    value: { a: { b: 3 }, c: 2 },
    problems: [
      { kind: 'duplicate-key', offset: 10, path: ['a', 'b'], message: 'duplicate key "b": only the last one takes effect', repair: 'remove one of them' },
      { kind: 'duplicate-key', offset: 16, path: ['a', 'b'], message: 'duplicate key "b": only the last one takes effect', repair: 'remove one of them' },
      { kind: 'duplicate-key', offset: 29, path: ['c'], message: 'duplicate key "c": only the last one takes effect', repair: 'remove one of them' },
    ],
  });
});

test.each([
  ['a number and the text of it', '1: a\n"1": b', '1'],
  ['two spellings of true', 'on: a\nyes: b', 'true'],
  ['a key beside a merged one, written twice', 'm: &m {a: 1}\nn:\n  <<: *m\n  a: 2\n  a: 3', 'a'],
])('%s are one key in JSON', (_, text, key) => {
  expect(readDocument(text).problems).toMatchObject([{ kind: 'duplicate-key', path: expect.arrayContaining([key]) }]);
});

test('of thousands of keys that stand twice the first are told, and how many more there are', () => {
  const { value, problems } = readDocument(`a:\n${'  b: 1\n'.repeat(1_300)}  b: 2\n`);
  expect([value, problems.length, problems[99].offset]).toEqual([{ a: { b: 2 } }, 101, 3 + 100 * 7 + 2]);
  expect(problems[100]).toEqual({
    kind: 'duplicate-key', offset: 3 + 101 * 7 + 2, path: [], message: 'and 1,200 more of these in this document', repair: 'fix the ones shown, and check again',
  });
});

test('a key beside the same key of a merged mapping is no duplicate', () => {
  expect(readDocument('m: &m {a: 1}\nn: {<<: *m, a: 2}').problems).toEqual([]);
});

test('a document with a duplicate key may be broken otherwise too', () => {
  const { value, problems } = readDocument('a: 1\na: 2\nb: .inf');
  expect([value, problems.map(({ kind }) => kind)]).toEqual([undefined, ['duplicate-key', 'syntax']]);
});

test('a document without content is empty', () => {
  expect(['', '\n', '# comment\n', 'null'].map(text => readDocument(text))).toEqual([
    { value: undefined, problems: [] }, { value: undefined, problems: [] }, { value: undefined, problems: [] }, { value: null, problems: [] },
  ]);
});

test('JSON is read, with tabs and carriage returns between', () => {
  expect(readDocument('{\r\n\t"a": [1,\t{"b":null}],\r\n\t"c":"\\u0041"}')).toEqual({ value: { a: [1, { b: null }], c: 'A' }, problems: [] });
});

test('aliases that make a small text huge are refused, as Kubernetes does, however often they are nested', () => {
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`)].join('\n');
  expect(readDocument(bomb)).toEqual({
    problems: [{ kind: 'unbounded', offset: 48, path: [], message: 'aliases expand this document beyond what Kubernetes reads', repair: 'replace the aliases with their content' }],
  });
});

test('a document may use aliases plentifully', () => {
  const text = `a: &a {b: 1, c: 2}\nlist: [${Array(300).fill('*a').join(', ')}]`;
  expect(readDocument(text).problems).toEqual([]);
});

test('more aliases than anybody writes are refused', () => {
  const text = `a: &a x\nlist: [${Array(10_001).fill('*a').join(', ')}]`;
  expect(readDocument(text).problems).toMatchObject([{ kind: 'unbounded', message: 'the document has too many aliases' }]);
});

test('a document may be nested deep, but not without end', () => {
  const nested = (depth: number): string => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`;
  expect(readDocument(nested(400)).problems).toEqual([]);
  expect(readDocument(nested(100_000))).toEqual({
    problems: [{ kind: 'unbounded', offset: 502, path: [], message: 'the document is nested too deeply', repair: 'split it into several documents' }],
  });
});

test('aliases cannot nest a document deeper than it may be', () => {
  const text = ['a0: &a0 [x]', ...Array.from({ length: 600 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`)].join('\n');
  expect(readDocument(text).problems).toMatchObject([{ kind: 'unbounded' }]);
});
