import { readDocument } from '../../../lib/inspect/model/read-document';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { splitDocuments } from '../../../lib/inspect/model/split-documents';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

/** Texts with tabs that kubectl 1.32 takes, with what it makes of them. */
const TAKEN_BY_KUBECTL: ReadonlyArray<readonly [text: string, json: string]> = [
  ['labels:\t{a: b}\n', '{"labels":{"a":"b"}}'],
  ['a: {a: b,\tc: d}\n', '{"a":{"a":"b","c":"d"}}'],
  ['a:\t{a: b}\t\n', '{"a":{"a":"b"}}'],
  ['a: \t {a:\tb} # x\n', '{"a":{"a":"b"}}'],
  ['a:\t[b]\n', '{"a":["b"]}'],
  ['a:\t\t[\t1\t,\t2\t]\t# c\n', '{"a":[1,2]}'],
  ['a:\t"x"\t\n', '{"a":"x"}'],
  ['a:\t\'x\'\n', '{"a":"x"}'],
  ['a:\tb\tc\n', '{"a":"b\\tc"}'],
  ['a\t: b\n', '{"a":"b"}'],
  ['"a"\t:\tb\n', '{"a":"b"}'],
  ['a: 1\n \t\nb: 2\n', '{"a":1,"b":2}'],
  ['a:\n  b: 1\n   \t\n  c: 2\n', '{"a":{"b":1,"c":2}}'],
  ['a: 1\n \t# c\nb: 2\n', '{"a":1,"b":2}'],
  ['a: 1\t# c\n', '{"a":1}'],
  ['a: "x"\t# c\n', '{"a":"x"}'],
  ['a:\t# c\n  b: 1\n', '{"a":{"b":1}}'],
  ['a: [x,\t# c\n\ty]\n', '{"a":["x",true]}'],
  ['a:\n  - x\n   \t# c\n  - y\n', '{"a":["x",true]}'],
  ['a: |\n  x\n  \ty\n', '{"a":"x\\n\\ty\\n"}'],
  ['a: |\n  x\n  \t\n  y\n', '{"a":"x\\n\\t\\ny\\n"}'],
  ['a: |\n  x\n  \t\nb: 1\n', '{"a":"x\\n\\t\\n","b":1}'],
  ['a: |2\n  \tx\n', '{"a":"\\tx\\n"}'],
  ['a: |1\n \tx\n', '{"a":"\\tx\\n"}'],
  ['a: |\t\n  x\n', '{"a":"x\\n"}'],
  ['a: |\t# c\n  x\ty\n', '{"a":"x\\ty\\n"}'],
  ['a: >\n  x\n  \ty\n', '{"a":"x\\n\\ty\\n"}'],
  ['a: |-\n  x\n  y\n\nb:\t1\n', '{"a":"x\\ny","b":1}'],
  ['a:\n- |\n  x\n  \ty\n- |2-\n  \tz\n', '{"a":["x\\n\\ty\\n","\\tz"]}'],
  ['a: "x\ty"\n', '{"a":"x\\ty"}'],
  ['a: "x\n\ty"\n', '{"a":"x y"}'],
  ['a: "x\n\t\ny"\n', '{"a":"x\\ny"}'],
  ['a: \'x\n\ty\'\n', '{"a":"x y"}'],
  ['a: "\tx\t"\n', '{"a":"\\tx\\t"}'],
  ['a: "x\\\ty"\n', '{"a":"x\\ty"}'],
  ['a: "x\\\n\ty"\n', '{"a":"xy"}'],
  ['a: x\n \ty\n', '{"a":"x y"}'],
  ['a:\n  b: x\n   \ty\n', '{"a":{"b":"x y"}}'],
  ['a: {\n\tb: "x"\n\t}\n', '{"a":{"b":"x"}}'],
  ['a: {\n\tb: "x",\n\t\tc: "y"\n}\n', '{"a":{"b":"x","c":"y"}}'],
  ['a: [\n\t1,\n\t2\n]\n', '{"a":[1,2]}'],
  ['a: [\n\t"1",\n\t"2"\n]\n', '{"a":["1","2"]}'],
  ['a: [x\n,\ty]\n', '{"a":["x",true]}'],
  ['a: [x\n  \t, y]\n', '{"a":["x",true]}'],
  ['- {\n\tb: x\n  \t}\n', '[{"b":"x"}]'],
  ['[\n\ta,\n\tb\n\t]\n', '["a","b"]'],
  ['[x\n\t,y]\n', '["x",true]'],
  ['a: &x\tb\n', '{"a":"b"}'],
  ['a: !!str\tb\n', '{"a":"b"}'],
  ['&x\ta: b\n', '{"a":"b"}'],
  ['a: &x\t{b: c}\nd:\t*x\n', '{"a":{"b":"c"},"d":{"b":"c"}}'],
  ['a:\t{b: c}\r\n', '{"a":{"b":"c"}}'],
  ['a: \t\n  b: 1\n', '{"a":{"b":1}}'],
  ['a:\t\n  b: 1\n', '{"a":{"b":1}}'],
  ['a:\t\nb: 1\n', '{"a":null,"b":1}'],
  ['a: x \t \nb: 1\n', '{"a":"x","b":1}'],
  ['a: "x" \t \nb: 1\n', '{"a":"x","b":1}'],
  ['a: b\n\n  \t\n\nc: d\n', '{"a":"b","c":"d"}'],
];

/** Texts with tabs that kubectl 1.32 refuses: with its words, and the offset and the words that we have for it. */
const REFUSED_BY_KUBECTL: ReadonlyArray<readonly [text: string, kubectl: string, offset: number, message: string]> = [
  ['a: 1\n\t\nb: 2\n', 'line 2: found a tab character that violates indentation', 5, 'a blank line contains a tab'],
  ['a: 1\n\n\t\nb: 2\n', 'line 3: found a tab character that violates indentation', 6, 'a blank line contains a tab'],
  ['a:\n  b: 1\n \t\n  c: 2\n', 'line 3: found a tab character that violates indentation', 11, 'a blank line contains a tab'],
  ['a:\n  b: 1\n  \t\n  c: 2\n', 'line 3: found a tab character that violates indentation', 12, 'a blank line contains a tab'],
  ['a: 1\n\t', 'line 2: found a tab character that violates indentation', 5, 'a blank line contains a tab'],
  ['a: 1\n\t\n', 'line 2: found a tab character that violates indentation', 5, 'a blank line contains a tab'],
  ['\t\na: 1\n', 'found character that cannot start any token', 0, 'a blank line contains a tab'],
  ['  \t\na: 1\n', 'found character that cannot start any token', 2, 'a blank line contains a tab'],
  ['# c\n\t\na: 1\n', 'line 2: found character that cannot start any token', 4, 'a blank line contains a tab'],
  ['a:\n\t\n  b: 1\n', 'line 2: found character that cannot start any token', 3, 'a blank line contains a tab'],
  ['a:\n  \t\n  b: 1\n', 'line 2: found character that cannot start any token', 5, 'a blank line contains a tab'],
  ['a: "x"\n\t\nb: 1\n', 'line 2: found character that cannot start any token', 7, 'a blank line contains a tab'],
  ['a: "x"\n \t\nb: 1\n', 'line 2: found character that cannot start any token', 8, 'a blank line contains a tab'],
  ['a: [x]\n \t\nb: 1\n', 'line 2: found character that cannot start any token', 8, 'a blank line contains a tab'],
  ['a: [x]\n\t\n', 'line 2: found character that cannot start any token', 7, 'a blank line contains a tab'],
  ['\t# c\na: 1\n', 'found character that cannot start any token', 0, 'tab characters must not be used in indentation'],
  ['a: 1\n\t# c\nb: 2\n', 'line 2: found a tab character that violates indentation', 5, 'tab characters must not be used in indentation'],
  ['a: # c\n\t# d\n  b: 1\n', 'line 2: found character that cannot start any token', 7, 'tab characters must not be used in indentation'],
  ['a:\n  - x\n\t# c\n  - y\n', 'line 3: found a tab character that violates indentation', 9, 'tab characters must not be used in indentation'],
  ['a:\n  - x\n  \t# c\n  - y\n', 'line 3: found a tab character that violates indentation', 11, 'tab characters must not be used in indentation'],
  ['a: "x" # d\n \t# c\n', 'line 2: found character that cannot start any token', 12, 'tab characters must not be used in indentation'],
  ['a: x # d\n \t# c\n', 'line 2: found character that cannot start any token', 10, 'tab characters must not be used in indentation'],
  ['-\ta\n', 'found character that cannot start any token', 1, 'there is a tab after "-"'],
  ['- \ta\n', 'found character that cannot start any token', 2, 'there is a tab after "-"'],
  ['-\t{a: b}\n', 'found character that cannot start any token', 1, 'there is a tab after "-"'],
  ['a:\n-\tb\n', 'line 2: found character that cannot start any token', 4, 'there is a tab after "-"'],
  ['a:\n  -\tb: c\n', 'line 2: found character that cannot start any token', 6, 'there is a tab after "-"'],
  ['- -\ta\n', 'found character that cannot start any token', 3, 'there is a tab after "-"'],
  ['?\ta\n: b\n', 'found character that cannot start any token', 1, 'there is a tab after "?"'],
  ['? a\n:\tb\n', 'line 2: found character that cannot start any token', 5, 'there is a tab after ":"'],
  ['? a\n: \tb\n', 'line 2: found character that cannot start any token', 6, 'there is a tab after ":"'],
  ['-\t\n  a: 1\n', 'found character that cannot start any token', 1, 'there is a tab after "-"'],
  ['-\t# c\n  a: 1\n', 'found character that cannot start any token', 1, 'there is a tab after "-"'],
  ['- a\n-\t\n', 'line 2: found character that cannot start any token', 5, 'there is a tab after "-"'],
  ['a: |\n\tx\n', 'line 2: found a tab character where an indentation space is expected', 5, 'tab characters must not be used in indentation'],
  ['a: |\n  \tx\n', 'line 2: found a tab character where an indentation space is expected', 7, 'tab characters must not be used in indentation'],
  ['a: |\n  x\n\ty\n', 'line 3: found a tab character where an indentation space is expected', 9, 'tab characters must not be used in indentation'],
  ['a: |\n  x\n \ty\n', 'line 3: found a tab character where an indentation space is expected', 10, 'tab characters must not be used in indentation'],
  ['a: |\n  x\n\t\n  y\n', 'line 3: found a tab character where an indentation space is expected', 9, 'a blank line contains a tab'],
  ['a: |\n  x\n \t\n  y\n', 'line 3: found a tab character where an indentation space is expected', 10, 'a blank line contains a tab'],
  ['a: |\n  x\n\t\nb: 1\n', 'line 3: found a tab character where an indentation space is expected', 9, 'a blank line contains a tab'],
  ['a: |\n\n  \tx\n', 'line 3: found a tab character where an indentation space is expected', 8, 'tab characters must not be used in indentation'],
  ['a: |\n  x\n\t# c\nb: 1\n', 'line 3: found a tab character where an indentation space is expected', 9, 'tab characters must not be used in indentation'],
  ['a: |\n  \t\n  x\n', 'line 2: found a tab character where an indentation space is expected', 7, 'a blank line contains a tab'],
  ['a: |+\n  x\n\n\t\nb: 1\n', 'line 4: found a tab character where an indentation space is expected', 11, 'a blank line contains a tab'],
  ['a: x\n\ty\n', 'line 2: found a tab character that violates indentation', 5, 'tab characters must not be used in indentation'],
  ['a:\n  b: x\n \ty\n', 'line 3: found a tab character that violates indentation', 11, 'tab characters must not be used in indentation'],
  ['a:\n  b: x\n  \ty\n', 'line 3: found a tab character that violates indentation', 12, 'tab characters must not be used in indentation'],
  ['a: x\n\tb: y\n', 'line 2: found a tab character that violates indentation', 5, 'tab characters must not be used in indentation'],
  ['a:\n\tb: y\n', 'line 2: found character that cannot start any token', 3, 'tab characters must not be used in indentation'],
  ['a:\n \tb: y\n', 'line 2: found character that cannot start any token', 4, 'tab characters must not be used in indentation'],
  ['a:\n  \tb: y\n', 'line 2: found character that cannot start any token', 5, 'tab characters must not be used in indentation'],
  ['a: {\n\tb: 1,\n\tc: x\n\t}\n', 'line 4: found a tab character that violates indentation', 18, 'tab characters must not be used in indentation'],
  ['a: [x\n\t, y]\n', 'line 2: found a tab character that violates indentation', 6, 'tab characters must not be used in indentation'],
  ['a: &x b\nc: *x\t# d\n\td: 1\n', 'line 3: found character that cannot start any token', 18, 'tab characters must not be used in indentation'],
  ['a: x\r\n\t\r\nb: y\r\n', 'line 2: found a tab character that violates indentation', 6, 'a blank line contains a tab'],
  ['a: 1\r\n\t# c\r\n', 'line 2: found a tab character that violates indentation', 6, 'tab characters must not be used in indentation'],
  ['a:\n-\n\t\n  b: 1\n', 'line 3: found character that cannot start any token', 5, 'a blank line contains a tab'],
  ['  a: 1\n  \t\n  b: 2\n', 'line 2: found a tab character that violates indentation', 9, 'a blank line contains a tab'],
  ['a:\n    b: c\n\t\n    d: e\n', 'line 3: found a tab character that violates indentation', 12, 'a blank line contains a tab'],
  ['a:\n  - b: c\n    \t\n    d: e\n', 'line 3: found a tab character that violates indentation', 16, 'a blank line contains a tab'],
  ['a:\n  - b: c\n   \t\n    d: e\n', 'line 3: found a tab character that violates indentation', 15, 'a blank line contains a tab'],
  ['a:\n  - b: c\n  \t\n    d: e\n', 'line 3: found a tab character that violates indentation', 14, 'a blank line contains a tab'],
];

const REPAIRS: Readonly<Record<string, string>> = {
  'a blank line contains a tab': 'remove the tab',
  'tab characters must not be used in indentation': 'indent with spaces',
};

test.each(TAKEN_BY_KUBECTL)('%j is read as %s', (text, json) => {
  const { value, problems } = readDocument(text);
  expect([value, problems]).toEqual([JSON.parse(json), []]);
});

test.each(REFUSED_BY_KUBECTL)('%j is refused, since kubectl says: %s', (text, _, offset, message) => {
  expect(readDocument(text)).toEqual({
    problems: [{ kind: 'syntax', offset, path: [], message, repair: REPAIRS[message] ?? 'replace it with a space' }],
  });
});

/** Files of several documents or of JSON: what kubectl 1.32 takes, and what it refuses, by the offset in the file. */
test.each([
  ['behind a marker', '---\t\na: 1\n', []],
  ['before a comment behind a marker', '---\t# c\na: 1\n', []],
  ['behind a marker between documents', 'a: 1\n---\t\nb: 1\n', []],
  ['in JSON, before all', '\t{"a": 1}\n', []],
  ['in JSON', '{\n\t"a":\t[1\n\t]\n\t}\n', []],
  ['in a document with nothing else', '---\n\t\n---\na: 1\n', [4]],
  ['in the last document, with nothing else', 'a: 1\n---\n\t\n', [9]],
  ['in the first line below a marker', '--- # c\n\ta: 1\n', [8]],
])('a tab %s', (_, text, offsets) => {
  const file = new SourceFile('a.yaml', text);
  const found = splitDocuments(text).flatMap(range => new YamlDocument(file, range).problems.map(({ offset }) => range.start + offset!));
  expect(found).toEqual(offsets);
});

test('of a text that is wrong elsewhere too, the tab is told when it comes first', () => {
  const problem = (text: string): unknown => readDocument(text).problems.map(({ offset, message }) => [offset, message]);
  expect([problem('a: b\n\tc: d\n'), problem('- a\n-\tb: c: d\n'), problem('a: b: c\n\td: e\n'), problem('a: {\n\tb: "c"\n]\n\t# d\n')]).toEqual([
    [[5, 'tab characters must not be used in indentation']],
    [[5, 'there is a tab after "-"']],
    [[4, 'there is a second ": " on this line']],
    [[3, 'the brace that opens here is not closed']],
  ]);
});

test.each([
  ['lines with tabs', `a: x\n${' \t\n'.repeat(200_000)}`],
  ['mappings, with a tab at the end', `${'- b: c\n  d: e\n'.repeat(60_000)}- f:\tg\n`],
  ['empty lines', `a: b\n${'\n'.repeat(2_000_000)} c: d\n`],
  ['tabs on one line', `a:${'\t'.repeat(500_000)}b\n`],
  ['tabs on lines of a text that is wrong', `${'a: |\n  x\n  \ty\n'.repeat(20_000)}b: c: d\n`],
])('a hostile text of many %s takes no longer than others', (_, text) => {
  const start = performance.now();
  readDocument(text);
  expect(performance.now() - start).toBeLessThan(2000);
});
