import path from 'node:path';
import { readInputFiles } from '../../../scripts/imports/input-files';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();

const at = (file: string): string => path.join(folder.path, file);

test('the YAML and JSON files below a folder are read, named by their path below it, and sorted', () => {
  fill(folder.path, { 'b.yaml': 'b', 'a/z.yml': 'z', 'a.json': 'a', 'README.md': 'no input' });
  expect(readInputFiles([folder.path])).toEqual([{ name: 'a.json', text: 'a' }, { name: 'a/z.yml', text: 'z' }, { name: 'b.yaml', text: 'b' }]);
});

test('a file is read whatever its ending, and named without its folder', () => {
  fill(folder.path, { 'deep/crds.txt': 'text' });
  expect(readInputFiles([at('deep/crds.txt')])).toEqual([{ name: 'crds.txt', text: 'text' }]);
});

test('a file that is given twice is one input', () => {
  fill(folder.path, { 'a.yaml': 'a' });
  expect(readInputFiles([folder.path, at('a.yaml'), path.relative('.', at('a.yaml'))])).toEqual([{ name: 'a.yaml', text: 'a' }]);
});

test('line ends of Windows are read as LF, so that every checkout has the same hash', () => {
  fill(folder.path, { 'a.yaml': 'a: 1\r\nb: 2\r\n' });
  expect(readInputFiles([folder.path])).toEqual([{ name: 'a.yaml', text: 'a: 1\nb: 2\n' }]);
});

test('fails when a path does not exist', () => {
  expect(() => readInputFiles([at('nowhere')])).toThrow(new Error(`${at('nowhere')}: no such file or folder; give the CRD files, or the folder that holds them`));
});

test('fails when a folder holds no input', () => {
  fill(folder.path, { 'README.md': 'no input' });
  expect(() => readInputFiles([folder.path])).toThrow(new Error(`${folder.path}: holds no *.yaml, *.yml or *.json file; give the folder that holds the CRDs`));
});

test('fails when two files would have one name in the lock', () => {
  fill(folder.path, { 'one/crd.yaml': '1', 'two/crd.yaml': '2' });
  expect(() => readInputFiles([at('one'), at('two')]))
    .toThrow(new Error(`${at('two/crd.yaml')}: the lock would know it as crd.yaml, like ${at('one/crd.yaml')}; give one folder that holds both, or rename one`));
});
