import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { readPlain } from '../../../lib/inspect/model/plain-reader';
import { splitDocuments } from '../../../lib/inspect/model/split-documents';
import { isReadAsPlain } from '../../support/plain-agreement';

const valueOf = (text: string): unknown => readPlain(text, { start: 0, end: text.length, behindMarker: false })?.value;

test.each([
  ['mappings by indentation', 'a:\n  b: x\n  c:\n    d: q\ne: z\n', { a: { b: 'x', c: { d: 'q' } }, e: 'z' }],
  ['lists of their own indentation', 'a:\n  - x\n  -   q\nb: z\n', { a: ['x', 'q'], b: 'z' }],
  ['lists as deep as their key', 'a:\n- x\n- q\nb: z\n', { a: ['x', 'q'], b: 'z' }],
  ['mappings in lists', 'a:\n- b: x\n  c:\n  - d: q\n-\n  e: z\n', { a: [{ b: 'x', c: [{ d: 'q' }] }, { e: 'z' }] }],
  ['brackets on one line', 'a: {b: [x, {c: q}, []], d: {}}\ne:\n- [ x,q ]\n', { a: { b: ['x', { c: 'q' }, []], d: {} }, e: [['x', 'q']] }],
  ['quotes without escapes', 'a: "x: \'q\'"\n\'b\': \'"#\'\n"c": ["[", \'\']\n', { a: 'x: \'q\'', b: '"#', c: ['[', ''] }],
  ['what is no text', 'a: 1\nb: [true, off, 0x10, -1.5]\nc: ~\nd:\ne: null # none\n', { a: 1, b: [true, false, 16, -1.5], c: null, d: null, e: null }],
  ['marks within texts', 'a: http://x:80/#q?z={}\nb: -x-\nc: [a:b#c, <<]\nd: x, [q]\n', { a: 'http://x:80/#q?z={}', b: '-x-', c: ['a:b#c', '<<'], d: 'x, [q]' }],
  ['literal blocks', 'a: |\n  x\n\n   q #z\n\nb:\n- |-\n  x: q\n\n- |+\n  x\n\nc: z\n', { a: 'x\n\n q #z\n', b: ['x: q', 'x\n\n'], c: 'z' }],
  ['comments and empty lines', '# one\n\na: x # two\n  # three\n\nb: q#z\n# four', { a: 'x', b: 'q#z' }],
  ['spaces at the ends of lines', 'a:  x  \nb:   \n  c: "q"  \n', { a: 'x', b: { c: 'q' } }],
  ['lines that end as on Windows', 'a:\r\n  b: x # c\r\n\r\nd: |\r\n  e\r\n\r\n  f\r\ng: [h]\r\n', { a: { b: 'x' }, d: 'e\n\nf\n', g: ['h'] }],
  ['letters of all languages', 'a: grün\nb: "网格" # é\n', { a: 'grün', b: '网格' }],
])('reads %s', (_, text, value) => {
  expect([valueOf(text), isReadAsPlain(text)]).toEqual([value, true]);
});

test.each([
  ['a key that stands twice', 'a: 1\na: 2\n'],
  ['a key that stands twice in brackets', 'a: {b: 1, b: 2}\n'],
  ['a key that is inherited', 'constructor: 1\n'],
  ['a key that is no text', 'on: 1\n'],
  ['a key that is a number', 'a: {"1": x}\n'],
  ['a key in brackets without a value', 'a: {b}\n'],
  ['a pair in a list', 'a: [b: c]\n'],
  ['a merge', 'a: {<<: {b: 1}}\n'],
  ['an anchor', 'a: &b c\n'],
  ['a tag', 'a: !!str 1\n'],
  ['a folded block', 'a: >\n  b\n'],
  ['a block with an indicator of its indentation', 'a: |2\n  b\n'],
  ['a block that begins with an empty line', 'a: |\n   \n  b\n'],
  ['a block without anything', 'a: |\nb: 1\n'],
  ['a block without an end of its last line', 'a: |\n  b'],
  ['an escape', 'a: "\\n"\n'],
  ['a quote within quotes', 'a: \'b\'\'c\'\n'],
  ['a quote that is not closed', 'a: "b\n'],
  ['a bracket that is not closed', 'a: [b\n'],
  ['brackets on several lines', 'a: [b,\n  c]\n'],
  ['a comma without an item', 'a: [b,]\n'],
  ['a comment within brackets', 'a: [b #c\n'],
  ['something behind a value', 'a: "b" c\n'],
  ['a text on several lines', 'a: b\n  c\n'],
  ['a list in a list', '- - a\n'],
  ['a list at the root', '- a\n'],
  ['a text at the root', 'a\n'],
  ['a text where a list ends', 'a:\n- b\n c: d\n'],
  ['an item without a value', 'a:\n-\n- b\n'],
  ['a colon within a text', 'a: b: c\n'],
  ['a number that JSON does not have', 'a: .inf\n'],
  ['a tab', 'a:\tb\n'],
  ['a carriage return', 'a: b\r'],
  ['a carriage return too many', 'a: b\r\r\n'],
  ['a control character in a comment', 'a: b # \x07\n'],
  ['a mapping that begins deeper than it goes on', '  a: b\nc: d\n'],
  ['nothing', '# nothing\n'],
  ['more depth than objects have', `a: ${'['.repeat(101)}${']'.repeat(101)}\n`],
])('leaves %s to the parser of all YAML', (_, text) => {
  expect(valueOf(text)).toBeUndefined();
});

test('depth is no danger', () => {
  const deep = [`a: ${'['.repeat(1e6)}`, Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')];
  expect(deep.map(valueOf)).toEqual([undefined, undefined]);
});

test('a document among others is read for itself', () => {
  const text = 'a: 1\n--- # second\nb:\n- c\n---\nd: |\n  e\n';
  const documents = splitDocuments(text).map(range => [readPlain(text, range)?.value, isReadAsPlain(text, range)]);
  expect(documents).toEqual([[{ a: 1 }, true], [{ b: ['c'] }, true], [{ d: 'e\n' }, true]]);
});

test('text behind a marker is not plain', () => {
  const text = '--- a: 1\n';
  expect(splitDocuments(text).map(range => readPlain(text, range))).toEqual([undefined]);
});

/** What is rendered and shipped here, document by document. */
const documents = ['dist', 'examples'].flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.yaml') && !file.includes('node_modules')).sort()
  .map(file => readFileSync(`${folder}/${file}`, 'utf8')))
  .flatMap(text => splitDocuments(text).map(({ start, end }) => text.slice(start, end)));

test('nearly all that is rendered here is plain', () => {
  const plain = documents.filter(text => isReadAsPlain(text));
  expect(plain.length / documents.length).toBeGreaterThan(0.9);
  expect(plain.filter(text => !isReadAsPlain(text.replaceAll('\n', '\r\n')))).toEqual([]);
});

const PIECES = [
  'a', 'a: ', 'b:', ': ', ':', '\n', '\n  ', '\n    ', ' ', '- ', '\n- ', '-', '{', '}', '[', ']', ', ', '"', '\'', '"x"', '#', ' # c', '|', '|-\n', '|+\n  ', '>', 'on',
  '1', '0x1', '~', '<<', '&a ', '*a', '!t ', '? ', '%', '\t', 'é', '\u0085', '\u2028', '.inf', '@', '\\', '\r\n', '__proto__: ', '1: ', '"b" : ', '"1": ', '=',
];

test('whatever is plain of a changed document is read as all YAML is', () => {
  const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 3 }), piece: fc.constantFrom(...PIECES) });
  const small = documents.filter(({ length }) => length < 1500);
  let plain = 0;
  fc.assert(fc.property(fc.constantFrom(...small), fc.array(edit, { minLength: 1, maxLength: 2 }), (text, edits) => {
    const changed = edits.reduce((rest, { at, length, piece }) => {
      const place = at % (rest.length + 1);
      return `${rest.slice(0, place)}${piece}${rest.slice(place + length)}`;
    }, text);
    plain += Number(isReadAsPlain(changed));
  }), { numRuns: 10_000, seed: 61 });
  expect(plain).toBeGreaterThan(1000);
});

test('whatever is plain of pieces put together is read as all YAML is', () => {
  let plain = 0;
  fc.assert(fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }), pieces => {
    plain += Number(isReadAsPlain(`a:${pieces.join('')}`));
  }), { numRuns: 20_000, seed: 62 });
  expect(plain).toBeGreaterThan(500);
});
