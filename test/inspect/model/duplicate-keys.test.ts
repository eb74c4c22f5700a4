import { documentTree } from '../../../lib/inspect/model/document-tree';
import { duplicateKeys } from '../../../lib/inspect/model/duplicate-keys';
import { parseText } from '../../../lib/inspect/model/parse-text';

const found = (text: string): unknown[] => [...duplicateKeys(documentTree(parseText(text)))].map(({ path, offset }) => [path.join('.'), text.slice(offset)]);

test('finds keys that stand again, at any depth', () => {
  expect(found('a:\n- b: 1\n  c: {d: 1, d: 2}\n  b: 2')).toEqual([['a.0.c.d', 'd: 2}\n  b: 2'], ['a.0.b', 'b: 2']]);
});

test('finds each time that a key stands again', () => {
  expect(found('a: 1\na: 2\na: 3')).toEqual([['a', 'a: 2\na: 3'], ['a', 'a: 3']]);
});

test.each([
  ['keys of different mappings', 'a: {b: 1}\nc: {b: 2}'],
  ['merges, of which there may be several', 'm: &m {a: 1}\nx: {<<: *m, <<: {b: 1}, a: 2}'],
  ['what stands behind an alias, which is told where it is written', 'm: &m {a: 1}\nx: *m\ny: *m'],
  ['keys that JSON does not have', '? [a]\n: 1\n? [b]\n: 2'],
])('passes over %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('a duplicate behind several aliases is found once', () => {
  expect(found('m: &m {a: 1, a: 2}\nx: *m\ny: *m')).toEqual([['m.a', 'a: 2}\nx: *m\ny: *m']]);
});
