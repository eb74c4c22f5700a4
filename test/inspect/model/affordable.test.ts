import path from 'node:path';
import { affordable, DocumentCounts } from '../../../lib/inspect/model/affordable';
import type { Root } from '../../../lib/inspect/model/kustomized-roots';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

/** A file of which this many documents are read. */
function fileOf(name: string, documents: number): YamlDocument[] {
  const file = new SourceFile(name, '');
  return Array.from({ length: documents }, () => new YamlDocument(file, { start: 0, end: 0, behindMarker: false }));
}

const root = (folder: string, ...files: readonly string[]): Root => ({
  folder, isCut: false, files: files.map(file => ({ place: path.resolve(file), steps: [], isMixedIn: false })),
});

test('documents of files are counted, but for kustomizations and what is not read', () => {
  const counts = new DocumentCounts([...fileOf('a.yaml', 2), ...fileOf('b.yaml', 3), ...fileOf('kustomization.yaml', 5)]);
  expect(counts.of(['a.yaml', 'b.yaml', 'kustomization.yaml', 'gone.yaml'].map(name => path.resolve(name)))).toBe(5);
});

test('from where on it is too much, what is applied together is left, with the roots of that', () => {
  const documents = [...fileOf('common.yaml', 100), ...fileOf('a.yaml', 150)];
  const [{ file: common }] = documents;
  const all = Array.from({ length: 2002 }, (_, index) => ({ own: [root(`${index}`, 'a.yaml')], others: [] }));
  const { judged, surplus } = affordable(all, new DocumentCounts(documents), [common]);
  expect([judged, surplus.map(({ folder }) => folder)]).toEqual([all.slice(0, 2000), ['2000', '2001']]);
});

test('what may be there, too, is looked at as well', () => {
  const counts = new DocumentCounts(fileOf('a.yaml', 100));
  const all = Array.from({ length: 2501 }, (_, index) => ({ own: [root(`${index}`, 'a.yaml')], others: [root('other', 'a.yaml')] }));
  expect(affordable(all, counts, []).surplus.map(({ folder }) => folder)).toEqual(['2500']);
});
