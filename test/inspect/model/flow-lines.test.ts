import { flowLines, scanFlow } from '../../../lib/inspect/model/flow-lines';

/** A text whose lines end with `<` where the next one begins inside of brackets or quotes; the mark is no part of it. */
function marked(text: string): { readonly text: string; readonly expected: number[] } {
  const lines = text.split('\n');
  const plain = lines.map(line => line.replace(/<$/, ''));
  const starts = plain.map((_, index) => plain.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0));
  return { text: plain.join('\n'), expected: starts.filter((_, index) => lines[index - 1]?.endsWith('<')) };
}

test.each([
  ['brackets', 'a: [<\n1,<\n2]\nb: 1\n'],
  ['braces in a list', '- {<\n  b: 1<\n}\n- c\n'],
  ['brackets in braces', 'a: {b: [<\n],<\nc: 1}\nd: {}\n'],
  ['double quotes, with quotes in them', 'a: "x \\"<\n\\\\"\nb: "y"\n'],
  ['single quotes, with quotes in them', 'a: \'x \'\'<\ny\'\nb: 1\n'],
  ['quotes in brackets', 'a: ["x<\ny", \'z\']\nb: 1\n'],
  ['brackets with a comment, in which brackets mean nothing', 'a: [ # ]<\n1 ]\nb: 1\n'],
  ['brackets with words that hold quotes', 'a: [it\'s, b"c,<\n d]\nb: 1\n'],
  ['braces with JSON in them', 'a: {"b":"x<\ny","c":[<\n1]}\nd: 1\n'],
  ['quotes behind an anchor and a tag', 'a: &b !!str "x<\ny"\n'],
  ['brackets of a key that is in quotes', '"a": [<\n]\n\'b\': [<\n]\n'],
  ['brackets of an explicit key', '? a\n: [<\n]\n'],
  ['brackets behind words with blanks and colons in them', 'a  b:c\t:d : [<\nx  y:z  :w #]<\n{k  l  : m}]\nb: 1\n'],
  ['carriage returns', 'a: [<\n1]\nb: "x<\ny"\n'.replaceAll('\n', '\r\n').replaceAll('<\r', '\r<')],
])('finds lines inside of %s', (_, marks) => {
  const { text, expected } = marked(marks.replaceAll('\r<', '<'));
  expect(flowLines(text)).toEqual(expected);
});

test.each([
  ['a plain text that goes on', 'a: some\n  "text [ {\n  goes on\nb: 1\n'],
  ['a plain text on a line of its own', 'a:\n  some\n  "text [\nb: 1\n'],
  ['a plain text in a list', '- some\n  \'text [\n- b\n'],
  ['a plain text with special characters', 'a: b[c] {d} "e\nf: it\'s\n'],
  ['a block of text', 'a: |\n  "x [\n\n    {\nb: >-\n  \'y\n'],
  ['a block of text in a list', '- |\n  "x [\n- key: |\n    [\n  b: 1\n'],
  ['a block of text on a line of its own', 'a:\n  |\n  "x [\nb: 1\n'],
  ['comments', '# [ "\na: b # { \'\n# [\n'],
  ['an alias and a tag', 'a: *b\nc: !tag\n'],
  ['brackets and quotes on one line', 'a: [1, {b: "c"}]\nd: \'e\'\n'],
  ['nothing', ''],
])('finds none in %s', (_, text) => {
  expect(flowLines(text)).toEqual([]);
});

test('comments without a space before them are found, and what is none is not', () => {
  const text = 'a: "#"# 1\nb: x#y # 2\nc: |-# 3\n  # no\nd: [#4\n x#y, \'#\'#5\n]#6\n#7\ne: > #8\n  x\n';
  expect(scanFlow(text).joinedComments.map(start => /\d/.exec(text.slice(start))![0])).toEqual(['1', '3', '4', '5', '6']);
});

test.each([
  ['none', 'a: [b, {c: "d]"}]\ne: \'it\'\'s\'\nf: it\'s [\n', undefined],
  ['the first quote', 'a: [b\nc: "d\ne: \'f\n', 9],
  ['the innermost bracket', 'a: [b, {c: d\n', 7],
  ['the bracket that another kind closes', 'a: [b, {c: d]}\ne: [\n', 7],
])('of what is open, finds %s', (_, text, unclosed) => {
  expect(scanFlow(text).unclosed).toBe(unclosed);
});

test('quotes of several lines are found', () => {
  expect(scanFlow('a: "b\n c"\nd: \'e\'\nf: [\'g\n\']\n').quotes).toEqual([{ start: 3, end: 9 }, { start: 21, end: 25 }]);
});

test('a text that is broken is read to its end', () => {
  expect(flowLines('a: "x\nb: [\n ]\n: } ]\n\u00a0\n')).toEqual([11]);
});

test.each([
  ['blanks in a word', `a: [\nb: x${' '.repeat(200_000)}y\n]`, 2],
  ['blanks in a line behind brackets', `a: [\n]\nb: x${' '.repeat(200_000)}y\n`, 1],
  ['blanks before a comment', `a: [\nb${' '.repeat(200_000)}# c\n]`, 2],
  ['colons', `a: [\n${':'.repeat(200_000)}x\n]`, 2],
  ['words', `a: [\n${'x y:z '.repeat(100_000)}\n]`, 2],
  ['escapes in quotes that nobody closes', `a: "${'\\\\'.repeat(100_000)}`, 0],
  ['quotes in quotes', `a: '${'\'\''.repeat(500_000)}x`, 0],
  ['characters in quotes', `a: "${'x'.repeat(2_000_000)}"`, 0],
])('a hostile text of many %s takes no longer than others', (_, text, lines) => {
  const start = performance.now();
  expect(flowLines(text)).toHaveLength(lines);
  expect(performance.now() - start).toBeLessThan(2000);
});
