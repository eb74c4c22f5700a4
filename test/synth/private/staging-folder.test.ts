import path from 'node:path';
import { StagingFolder } from '../../../lib/synth/private/staging-folder';
import { contentsOf, fill, foldersIn, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();

function stagingFolder(): StagingFolder {
  return new StagingFolder(path.join(temporary.path, 'dist', 'dev'));
}

test('a file waits beside its place, and takes it in one step', () => {
  fill(temporary.path, { 'dist/dev/a.yaml': 'old' });
  const staging = stagingFolder();
  staging.open();
  const [a, b] = [staging.stage('a.yaml', 'new'), staging.stage('b.yaml', 'also new')];
  expect(contentsOf(temporary.path)).toEqual({ 'dist/dev/.cdk8s-mesh.tmp/0': 'new', 'dist/dev/.cdk8s-mesh.tmp/1': 'also new', 'dist/dev/a.yaml': 'old' });
  a.place();
  b.place();
  staging.close();
  expect(contentsOf(temporary.path)).toEqual({ 'dist/dev/a.yaml': 'new', 'dist/dev/b.yaml': 'also new' });
  expect(foldersIn(temporary.path)).toEqual(['dist', 'dist/dev']);
});

test('it begins with nothing in it, whatever an earlier run has left', () => {
  fill(temporary.path, { 'dist/dev/.cdk8s-mesh.tmp/0': 'half a fi', 'dist/dev/.cdk8s-mesh.tmp/folder/x': '' });
  const staging = stagingFolder();
  staging.open();
  expect(contentsOf(temporary.path)).toEqual({});
  staging.close();
});

test('what was created for nothing is taken back', () => {
  const staging = stagingFolder();
  staging.open();
  staging.stage('a.yaml', 'new');
  staging.close();
  expect(foldersIn(temporary.path)).toEqual([]);
});

test('one that was never opened is closed without a trace', () => {
  fill(temporary.path, { 'dist/dev/.cdk8s-mesh.tmp/0': 'of a killed run' });
  stagingFolder().close();
  expect(Object.keys(contentsOf(temporary.path))).toEqual(['dist/dev/.cdk8s-mesh.tmp/0']);
});

test('fails with the name of the file that was to be written', () => {
  const staging = stagingFolder();
  staging.open();
  const staged = staging.stage('no/such/folder.yaml', 'new');
  expect(() => staged.place()).toThrow(`${path.join(temporary.path, 'dist', 'dev', 'no', 'such', 'folder.yaml')}: cannot be written: the file system refused it (ENOENT).`);
  staging.close();
});
