import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { readInputFiles } from '../../lib/cli/input-files';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();
const inFolder = (...names: string[]): string[] => readInputFiles(names.map(name => path.join(folder.path, name)))
  .map(({ name }) => path.relative(folder.path, name));

/** CI runs as root, who may read everything: then this cannot be tried, and counts as skipped. */
const testAsUser = process.getuid?.() === 0 ? test.skip : test;

test('a file that is named is read, whatever its ending', () => {
  fill(folder.path, { 'notes.txt': 'kind: A' });
  expect(inFolder('notes.txt')).toEqual(['notes.txt']);
});

test('of a folder, manifests at any depth are read, in the order of names', () => {
  fill(folder.path, { 'b/a.yml': '', 'b/.hidden/c.yaml': '', 'a.json': '', 'B.yaml': '', 'c.yaml.bak': '', 'node_modules/x.yaml': '', '.git/x.yaml': '' });
  expect(inFolder('')).toEqual(['B.yaml', 'a.json', 'b/.hidden/c.yaml', 'b/a.yml']);
});

test('a link to a file is read, and a link to a folder is not followed, since it may lead in a circle', () => {
  fill(folder.path, { 'real/a.yaml': '' });
  symlinkSync('real/a.yaml', path.join(folder.path, 'b.yaml'));
  symlinkSync('..', path.join(folder.path, 'real', 'up.yaml'));
  expect(inFolder('b.yaml', 'real/a.yaml')).toEqual(['b.yaml', 'real/a.yaml']);
  expect(() => inFolder('real')).toThrow(/real\/up\.yaml: EISDIR/);
});

test('a link to a folder is followed when it is named', () => {
  fill(folder.path, { 'real/a.yaml': '' });
  symlinkSync('real', path.join(folder.path, 'link'));
  expect(inFolder('link')).toEqual(['link/a.yaml']);
});

test('fails on what does not exist, and names what is near', () => {
  fill(folder.path, { 'shop.yaml': '' });
  expect(() => inFolder('shop.yml')).toThrow(`${folder.path}/shop.yml: no such file or folder, did you mean ${folder.path}/shop.yaml?`);
  expect(() => inFolder('nowhere/at/all.yaml')).toThrow(/all\.yaml: no such file or folder$/);
});

testAsUser('fails on a file and on a folder that may not be read', () => {
  fill(folder.path, { 'a.yaml': '' });
  mkdirSync(path.join(folder.path, 'closed'));
  ['a.yaml', 'closed'].forEach(name => chmodSync(path.join(folder.path, name), 0));
  ['a.yaml', 'closed'].forEach(name => {
    expect(() => inFolder(name)).toThrow(`${folder.path}/${name}: may not be read: change its permissions, or run as somebody who may`);
  });
});
