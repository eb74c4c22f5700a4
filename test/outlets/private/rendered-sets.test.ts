import path from 'node:path';
import { MetadataFiles } from '../../../lib/inspect/model/metadata-files';
import { renderedSets } from '../../../lib/outlets/private/rendered-sets';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();
const home = process.cwd();

beforeEach(() => process.chdir(folder.path));
afterEach(() => process.chdir(home));

/** The names of the files of each set. */
function setsOf(manifests: readonly string[], ...others: ReadonlyArray<readonly [file: string, text: string]>): string[][] {
  fill(folder.path, { ...Object.fromEntries(manifests.map(file => [file, ''])), ...Object.fromEntries(others) });
  return renderedSets(manifests, new MetadataFiles()).map(({ files }) => files.map(({ name }) => name));
}

const list = (place: string): readonly [string, string] => [path.join(place, '.cdk8s-mesh'), ''];

test('all manifests of a stock app are one set', () => {
  expect(setsOf(['dist/a.yaml', 'dist/shop/b.yaml'])).toEqual([['dist/a.yaml', 'dist/shop/b.yaml']]);
});

test('a MeshApp without environments is one set, whatever its layout', () => {
  expect(setsOf(['dist/a.yaml', 'dist/shop/b.yaml'], list('dist'))).toEqual([['dist/a.yaml', 'dist/shop/b.yaml']]);
});

test('each environment is a set, and what is outside is in each', () => {
  expect(setsOf(['dist/a.yaml', 'dist/dev/b.yaml', 'dist/prod/shop/c.yaml'], list('dist'), list('dist/dev'), list('dist/prod'))).toEqual([
    ['dist/a.yaml', 'dist/dev/b.yaml'], ['dist/a.yaml', 'dist/prod/shop/c.yaml'],
  ]);
});

test('values of the installation come along from beside the manifests, each once, though cdk8s takes them for manifests', () => {
  expect(setsOf(['dist/dev/a.yaml', 'dist/dev/install/istiod-values.yaml', 'dist/dev/install/istio-operator.yaml'], list('dist/dev'))).toEqual([
    ['dist/dev/a.yaml', 'dist/dev/install/istiod-values.yaml'],
  ]);
});

test('where there are no values, the file for istioctl counts', () => {
  expect(setsOf(['dist/a.yaml'], list('dist'), ['dist/install/istio-operator.yaml', ''])).toEqual([['dist/a.yaml', 'dist/install/istio-operator.yaml']]);
});

test('of a copy they come from where the app has published', () => {
  const metadata = JSON.stringify({ version: '1.0.0', resources: {}, folders: {}, published: '../../dist' });
  const sets = setsOf(
    ['build/synth/dev/a.yaml', 'build/synth/prod/b.yaml'], list('build/synth/dev'), list('build/synth/prod'),
    ['build/synth/construct-metadata.json', metadata], ['dist/prod/install/istiod-values.yaml', ''], ['dist/install/istiod-values.yaml', ''],
  );
  expect(sets).toEqual([['build/synth/dev/a.yaml'], ['build/synth/prod/b.yaml', 'dist/prod/install/istiod-values.yaml']]);
});

test('a namespace that is called install is no installation', () => {
  expect(setsOf(['dist/install/Service.web.k8s.yaml'], list('dist'))).toEqual([['dist/install/Service.web.k8s.yaml']]);
});
