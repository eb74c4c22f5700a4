import { documentTree } from '../../../lib/inspect/model/document-tree';
import { missingMarkers } from '../../../lib/inspect/model/missing-markers';
import { parseText } from '../../../lib/inspect/model/parse-text';

const found = (text: string): string[] => missingMarkers(text, documentTree(parseText(text))).map(offset => text.slice(offset).split('\n', 1)[0]);

const object = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n';

test('an object begins where apiVersion or kind stands again', () => {
  expect(found(`${object}# the second\nkind: Service\nmetadata: {name: b}\nspec: {}\napiVersion: v1\n`)).toEqual(['kind: Service']);
  expect(found(`${object}${object}${object}`)).toEqual(['apiVersion: v1', 'apiVersion: v1']);
});

test('it begins with its line, where all are indented', () => {
  expect(found(`${object}${object}`.replace(/^/gm, '  '))).toEqual(['  apiVersion: v1']);
});

test.each([
  ['one object', object],
  ['other keys that stand twice', `${object}metadata: {name: b}\nspec: {}\nspec: {}\n`],
  ['one of the two keys that stands twice', `${object}kind: Service\nspec: {}\n`],
  ['a header that stands twice', `apiVersion: v1\nkind: Namespace\n${object}`],
  ['braces, in which no marker can stand', `{${object.repeat(2).replaceAll('\n', ',')}}`],
  ['a list', `- ${object.replaceAll('\n', '\n  ')}`],
  ['a single word', 'kind'],
])('no marker is missing in %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('a header that stands twice at the end begins an object, which lacks all else', () => {
  expect(found(`${object}apiVersion: v1\nkind: Service\n`)).toEqual(['apiVersion: v1']);
});
