import { patchDocuments } from '../../../lib/inspect/model/patch-documents';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

/** The files that are patches. */
function patches(files: Readonly<Record<string, string>>): string[] {
  const documents = Object.entries(files).map(([name, text]) => (
    new YamlDocument(new SourceFile(name, text), { start: 0, end: text.length, behindMarker: false })
  ));
  return [...patchDocuments(documents)].map(({ file }) => file.name);
}

test.each([
  ['patches', 'patches: [{path: a.yaml, target: {kind: Deployment}}]'],
  ['patches that are names, as some releases took them', 'patches: [a.yaml]'],
  ['strategic merges', 'patchesStrategicMerge: [a.yaml]'],
  ['JSON patches', 'patchesJson6902: [{path: ./a.yaml, target: {kind: Deployment}}]'],
  ['replacements', 'replacements: [{path: a.yaml}, {source: {kind: Secret}, targets: []}]'],
  ['what changes objects in ways of its own', 'transformers: [a.yaml]'],
  ['definitions that it only reads', 'crds: [a.yaml]'],
  ['what a ConfigMap holds', 'configMapGenerator: [{name: x, files: [key=a.yaml, other.txt]}, {name: y}, 7]'],
  ['what a Secret holds', 'secretGenerator: [{name: x, files: [a.yaml]}]'],
])('a kustomization names %s, and its resources are none', (_, text) => {
  expect(patches({ 'a.yaml': '- op: remove', 'b.yaml': 'kind: B', 'kustomization.yaml': `resources: [b.yaml]\n${text}` })).toEqual(['a.yaml']);
});

test.each(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])('a kustomization is called %s', name => {
  expect(patches({ 'a.yaml': '', [name]: 'patches: [{path: a.yaml}]' })).toEqual(['a.yaml']);
});

test('names are relative to the folder of the kustomization, however the files are called', () => {
  expect(patches({
    './shop/prod/kustomization.yaml': 'patches: [{path: ../patches/a.yaml}]',
    'shop/patches/a.yaml': '',
    'patches/a.yaml': '',
    [`${process.cwd()}/shop/prod/../patches/a.yaml`]: '',
  })).toEqual(['shop/patches/a.yaml', `${process.cwd()}/shop/prod/../patches/a.yaml`]);
});

test.each([
  ['a patch that holds its text', 'kustomization.yaml', 'patches: [{patch: "- op: remove"}]\npatchesStrategicMerge: ["kind: A"]'],
  ['patches that are no list', 'kustomization.yaml', 'patches: {path: a.yaml}'],
  ['a path that is no text', 'kustomization.yaml', 'patches: [{path: 1}, 2, null]'],
  ['a kustomization that is no mapping', 'kustomization.yaml', '[a.yaml]'],
  ['a kustomization that cannot be read', 'kustomization.yaml', 'patches: ['],
  ['a file of another name', 'other.yaml', 'patches: [{path: a.yaml}]'],
])('%s names no file', (_, name, text) => {
  expect(patches({ 'a.yaml': '', [name]: text })).toEqual([]);
});
