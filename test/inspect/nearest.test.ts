import { nearest } from '../../lib/inspect/nearest';

const fields = ['timeout', 'retries', 'route', 'redirect', 'rewrite', 'match', 'mirror', 'mirrors', 'connectTimeout', 'to', 'from'];

test.each([
  ['a letter less', 'timeot', ['timeout']],
  ['a letter more', 'timeoutt', ['timeout']],
  ['another letter', 'tomeout', ['timeout']],
  ['two neighbours swapped', 'tiemout', ['timeout']],
  ['another letter case', 'TimeOut', ['timeout']],
  ['words joined in another way', 'connect_timeout', ['connectTimeout']],
  ['a short word with one other letter', 'ti', ['to']],
  ['the word itself', 'match', ['match']],
])('finds the word behind %s', (_, word, expected) => {
  expect(nearest(word, fields)).toEqual(expected);
});

test('the nearest comes first, and equally near ones are in alphabetical order', () => {
  expect(nearest('mirrorss', fields)).toEqual(['mirrors', 'mirror']);
  expect(nearest('bx', ['cx', 'ax', 'bx'])).toEqual(['bx', 'ax', 'cx']);
});

test('a swap is one difference, not two: a word of three letters may have it', () => {
  expect(nearest('otg', ['tog'])).toEqual(['tog']);
});

test.each([
  ['a word that has little in common', 'outlierDetection'],
  ['a word of which more than a third differs', 'tmot'],
  ['the empty word', ''],
])('finds nothing near %s', (_, word) => {
  expect(nearest(word, fields)).toEqual([]);
});

test('names at most as many as asked for, each once', () => {
  expect(nearest('a1', ['a1', 'a2', 'a3', 'a4', 'a2'])).toEqual(['a1', 'a2', 'a3']);
  expect(nearest('a1', ['a1', 'a2', 'a3'], 1)).toEqual(['a1']);
});
