import { readDocument } from '../../../lib/inspect/model/read-document';

/** Texts that kubectl refuses, with what is open, and where it opens. */
test.each([
  ['a: "x\n', 3, 'quote'],
  ['a: "x\nb: 1\n', 3, 'quote'],
  ['a: \'x', 3, 'quote'],
  ['a: ["x]\nb: 1\n', 4, 'quote'],
  ['a: "x"\nb: \'y\n', 10, 'quote'],
  ['a: [1, 2\n', 3, 'bracket'],
  ['a: [1, 2\nb: c\n', 3, 'bracket'],
  ['a: [1, 2}\n', 3, 'bracket'],
  ['a: {b: [1, 2}\nc: d\n', 7, 'bracket'],
  ['a: [{b: 1\nc: 2\n', 4, 'brace'],
  ['a: {b: c\nd: e\n', 3, 'brace'],
  ['{a: b\n', 0, 'brace'],
])('of %j, what opens at %d is not closed', (text, offset, name) => {
  expect(readDocument(text).problems).toEqual([
    { kind: 'syntax', offset, path: [], message: `the ${name} that opens here is not closed`, repair: `close the ${name}` },
  ]);
});

test.each([
  ['a: [{b: 1}}]\n', 10, '}'],
  ['a: {b: [1]]}\n', 10, ']'],
  ['a: [{b: 1}}]\nc: [1\n', 10, '}'],
])('of %j, what stands at %d is too many', (text, offset, bracket) => {
  expect(readDocument(text).problems).toEqual([{ kind: 'syntax', offset, path: [], message: `unmatched "${bracket}"`, repair: 'remove it' }]);
});

test.each([
  ['a: [{b: {c: 1}]\n', 4, 'brace'],
  ['a: {b: [{c: 1}}]}\n', 7, 'bracket'],
  ['a: [{b: 1}}\n', 3, 'bracket'],
])('of %j, a bracket closes what is open further out, and what opens at %d is not closed', (text, offset, name) => {
  expect(readDocument(text).problems).toMatchObject([{ offset, message: `the ${name} that opens here is not closed` }]);
});

test.each([
  ['a: "x\nb: "y"\n', 3],
  ['a: \'x\nb: \'y\'\nc: d\n', 3],
  ['- a\n- "x\n  y" z\n', 6],
])('of %j, what opens at %d is closed too late', (text, offset) => {
  expect(readDocument(text).problems).toMatchObject([{ offset }]);
});
