import path from 'node:path';
import { contentsOf } from '../../../lib/inspect/model/file-contents';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { splitDocuments } from '../../../lib/inspect/model/split-documents';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

const contents = (text: string): [isCommon: boolean, names: readonly string[]] => {
  const file = new SourceFile('a.yaml', text);
  const { isCommon, namesAt } = contentsOf(splitDocuments(text).map(range => new YamlDocument(file, range)));
  const place = path.resolve('a.yaml');
  return [isCommon(place), namesAt(place)];
};

test.each([
  ['kind: Namespace\nmetadata: {name: shop}', true, ['Namespace /shop']],
  ['kind: Namespace\nmetadata: {name: shop}\n---\nkind: PeerAuthentication\nmetadata: {name: default, namespace: shop}', true, ['Namespace /shop', 'PeerAuthentication shop/default']],
  ['kind: Namespace\n---\nkind: Service\nmetadata: {name: web}', false, ['Service /web']],
  ['- 1', false, []],
  ['values: 1', false, []],
])('%j', (text, isCommon, names) => {
  expect(contents(text)).toEqual([isCommon, names]);
});
