import path from 'node:path';
import { isPatch } from '../../../lib/inspect/model/kustomize-step';
import { Kustomization, readKustomizations } from '../../../lib/inspect/model/read-kustomizations';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { splitDocuments } from '../../../lib/inspect/model/split-documents';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

function documentsOf(files: Readonly<Record<string, string>>): YamlDocument[] {
  return Object.entries(files).flatMap(([name, text]) => {
    const file = new SourceFile(name, text);
    return splitDocuments(text).map(range => new YamlDocument(file, range));
  });
}

/** Kustomizations by their folders, and what they name, as seen from here. */
function read(files: Readonly<Record<string, string>>): Record<string, Pick<Kustomization, 'resources' | 'components' | 'steps'>> {
  const seen = (place: string): string => (path.isAbsolute(place) ? path.relative('', place) : place);
  return Object.fromEntries([...readKustomizations(documentsOf(files))].map(([folder, { resources, components, steps }]) => (
    [seen(folder), { resources: resources.map(seen).filter(place => path.basename(place) !== 'kustomization.yaml'), components: components.map(seen), steps }]
  )));
}

test('files and folders are named from where a kustomization lies, and bases are resources', () => {
  expect(read({ 'prod/kustomization.yaml': 'resources: [a.yaml, ../base]\nbases: [../old/]\ncomponents: [../../common]' })).toEqual({
    prod: { resources: ['prod/a.yaml', 'base', 'old'], components: ['../common'], steps: [] },
  });
});

test.each([
  ['https://example.com/shop//base?ref=v1', 'https://example.com/shop//base'],
  ['git@example.com:shop.git', 'git@example.com:shop.git'],
  ['git::ssh://example.com/shop', 'git::ssh://example.com/shop'],
  ['github.com/shop/base?ref=v2', 'github.com/shop/base'],
])('what lies in another repository is one thing in all its versions: %s', (written, expected) => {
  expect(read({ 'kustomization.yaml': `resources: ["${written}"]` })[''].resources).toEqual([expected]);
});

test('patches may be in files of the input, by their places', () => {
  const { prod: { steps } } = read({ 'prod/kustomization.yaml': 'patches: [{path: ../p.yaml}]', 'p.yaml': '{kind: A, metadata: {name: a}, color: red}\n---\n{kind: B, metadata: {name: b}, size: 1}' });
  expect(steps.filter(isPatch).map(({ places }) => places.join())).toEqual(['color', 'size']);
});

test.each([
  ['an object of Flux', 'kustomization.yaml', 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization'],
  ['a file of another name', 'shop.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization'],
  ['a list', 'kustomization.yaml', '- resources: [a.yaml]'],
  ['nothing', 'kustomization.yaml', '# empty'],
])('%s is no kustomization', (_, name, text) => {
  expect(read({ [name]: text })).toEqual({});
});

test('entries that are no names are passed over', () => {
  expect(read({ 'kustomization.yaml': 'resources: [7, {a: b}, a.yaml]\ncomponents: a.yaml' })[''].resources).toEqual(['a.yaml']);
});

/** What a kustomization names that is not there, and whether it is read in part. */
function partOf(text: string): [missing: readonly string[], isPartlyRead: boolean] {
  const files = { 'prod/kustomization.yaml': text, 'prod/a.yaml': 'kind: A', 'base/kustomization.yaml': 'resources: []' };
  const { missing, isPartlyRead } = readKustomizations(documentsOf(files)).get(path.resolve('prod'))!;
  return [missing, isPartlyRead];
}

test.each([
  ['resources: [a.yaml, ../base]', [], false],
  ['resources: [b.yaml, ../base/]\ncomponents: [../common]\npatches: [{path: a.yaml}, {path: p.yaml}, {patch: "kind: A"}]', ['b.yaml', '../common', 'p.yaml'], true],
  ['patchesStrategicMerge: [a.yaml, q.yaml, "{kind: A}", "kind: A\\nx: 1"]', ['q.yaml'], true],
  ['resources: ["https://example.com/base"]', [], true],
  ['helmCharts: []', [], true],
  ['generators: [a.yaml]', [], true],
])('%j', (text, missing, isPartlyRead) => {
  expect(partOf(text)).toEqual([missing, isPartlyRead]);
});

test('one that is read in part brings objects itself, and so does one that generates some', () => {
  const resources = (text: string): readonly string[] => readKustomizations(documentsOf({ 'kustomization.yaml': text })).get(path.resolve('.'))!.resources;
  expect(['resources: [a.yaml]', 'configMapGenerator: [{name: a}]'].map(text => resources(text).includes(path.resolve('kustomization.yaml')))).toEqual([true, true]);
  expect(resources('resources: []')).toEqual([]);
});
