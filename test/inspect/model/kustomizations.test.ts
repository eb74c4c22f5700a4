import { fileDocuments } from '../../../lib/inspect/model/file-documents';
import { changesObjects, isForKustomize, isKustomizationFile } from '../../../lib/inspect/model/kustomizations';
import { SourceFile } from '../../../lib/inspect/model/source-file';

test('a kustomization has one of three names', () => {
  const names = ['kustomization.yaml', 'a/kustomization.yml', 'a\\Kustomization', 'my-kustomization.yaml', 'kustomization.json', 'Kustomization.yaml'];
  expect(names.map(isKustomizationFile)).toEqual([true, true, true, false, false, false]);
});

const changes = (text: string, name = 'kustomization.yaml'): boolean => fileDocuments(new SourceFile(name, text)).documents.some(changesObjects);

test.each([
  ['replacements', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nreplacements: [{path: a.yaml}]\n'],
  ['flow style', '{resources: [a.yaml], nameSuffix: -a}'],
  ['JSON', '{"namePrefix": "a-"}'],
  ['neither kind nor version', 'configMapGenerator: [{name: a}]\n'],
  ['a chart', 'helmCharts: [{name: shop}]\n'],
  ['comments before it', '# a\n---\nvars: [a]\n'],
])('one with %s changes objects', (_, text) => {
  expect([changes(text), changes(text, 'base/Kustomization'), changes(text, 'other.yaml')]).toEqual([true, true, false]);
});

test.each([
  ['resources alone', 'resources: [a.yaml]\n'],
  ['a namespace, patches and labels, which count here', 'resources: [a.yaml]\nnamespace: shop\npatches: [{path: a.yaml}]\nlabels: [{pairs: {a: b}}]\n'],
  ['such a word deeper in it', 'resources: [a.yaml]\nmetadata:\n  namePrefix: shop\n'],
  ['no YAML', 'namespace: [\n'],
  ['an object of Flux', 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec: {}\npatches: []\n'],
  ['nothing', ''],
])('one with %s does not', (_, text) => {
  expect(changes(text)).toBe(false);
});

test('kustomize alone reads what has its version, and in its own file what has none', () => {
  const values = [{}, { apiVersion: 'kustomize.config.k8s.io/v1alpha1' }, { apiVersion: 'v1' }, { apiVersion: 1 }];
  expect(values.map(value => isForKustomize(value, 'kustomization.yaml'))).toEqual([true, true, false, false]);
  expect(values.map(value => isForKustomize(value, 'a.yaml'))).toEqual([false, true, false, false]);
});
