import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { InputFiles, readInputFiles } from '../../lib/cli/input-files';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();
const read = (...names: string[]): InputFiles => readInputFiles(names.map(name => path.join(folder.path, name)));
const inFolder = (...names: string[]): string[] => read(...names).files.map(({ name }) => path.relative(folder.path, name));
const failures = (...names: string[]): string[] => read(...names).failures.map(({ message }) => message.replace(`${folder.path}/`, ''));

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
  expect([inFolder('b.yaml'), inFolder('real')]).toEqual([['b.yaml'], ['real/a.yaml']]);
  expect(failures('real')).toEqual(['real/up.yaml: is a link to a folder, which is followed only if named: name it too, or rename it']);
});

test('a file to which links lead is read once, under the name by which it is found first', () => {
  fill(folder.path, { 'a.yaml': '', 'sub/z.yaml': '', 'other/c.yaml': '' });
  symlinkSync('../a.yaml', path.join(folder.path, 'sub', 'b.yaml'));
  symlinkSync('z.yaml', path.join(folder.path, 'sub', 'y.yaml'));
  symlinkSync('other', path.join(folder.path, 'link'));
  expect(inFolder('')).toEqual(['a.yaml', 'other/c.yaml', 'sub/y.yaml']);
  expect(inFolder('link', 'other')).toEqual(['link/c.yaml']);
  expect(inFolder('sub/b.yaml', 'a.yaml')).toEqual(['sub/b.yaml']);
});

test('a pipe is read when it is named, and passed over where it is found, even by a link', () => {
  fill(folder.path, { 'shop/a.yaml': '' });
  execFileSync('mkfifo', [path.join(folder.path, 'shop', 'pipe.yaml')]);
  symlinkSync('pipe.yaml', path.join(folder.path, 'shop', 'to-pipe.yaml'));
  symlinkSync('/dev/zero', path.join(folder.path, 'shop', 'zero.yaml'));
  expect([inFolder('shop'), failures('shop')]).toEqual([['shop/a.yaml'], []]);

  spawn('sh', ['-c', 'printf "kind: A" > shop/pipe.yaml'], { cwd: folder.path });
  const { files } = read('shop/pipe.yaml');
  expect(files.map(({ text }) => text)).toEqual(['kind: A']);
});

test('an open file is read that has no name any more, as a shell hands it over', () => {
  fill(folder.path, { 'here.yaml': 'kind: A' });
  const file = openSync(path.join(folder.path, 'here.yaml'), 'r');
  rmSync(path.join(folder.path, 'here.yaml'));
  const { files } = readInputFiles([`/proc/self/fd/${file}`]);
  closeSync(file);
  expect(files.map(({ text }) => text)).toEqual(['kind: A']);
});

test('what is excluded is not read, be it found or named, and a folder is not looked into', () => {
  fill(folder.path, { 'a.yaml': '', 'charts/b/c.yaml': '', 'tsconfig.json': '' });
  symlinkSync('nowhere', path.join(folder.path, 'charts', 'd.yaml'));
  const exclude = ['charts', '*/tsconfig.json', 'nothing'].map(glob => path.join(folder.path, glob.replace('*', '**')));
  const { files, failures: failed, notes } = readInputFiles([folder.path, path.join(folder.path, 'charts/b/c.yaml')], exclude);
  expect([files.map(({ name }) => path.relative(folder.path, name)), failed]).toEqual([['a.yaml'], []]);
  expect(notes).toEqual([`--exclude '${exclude[2]}' excluded nothing: no such file or folder is in the input`]);
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

test('a link to what does not exist costs no other file of its folder, but fails when it is named', () => {
  fill(folder.path, { 'shop/a.yaml': '', 'shop/c.yaml': '' });
  symlinkSync('nowhere', path.join(folder.path, 'shop', 'b.yaml'));
  expect(inFolder('shop')).toEqual(['shop/a.yaml', 'shop/c.yaml']);
  expect(failures('shop')).toEqual(['shop/b.yaml: is a broken symbolic link: fix it, or remove it']);
  expect(() => inFolder('shop', 'shop/b.yaml')).toThrow('shop/b.yaml: is a broken symbolic link: fix it, or remove it');
});

testAsUser('a file and a folder that may not be read cost nothing but themselves when they were found', () => {
  fill(folder.path, { 'shop/a.yaml': '', 'shop/b.yaml': '', 'shop/closed/c.yaml': '' });
  ['a.yaml', 'closed'].forEach(name => chmodSync(path.join(folder.path, 'shop', name), 0));
  const found = [inFolder('shop'), failures('shop')];
  chmodSync(path.join(folder.path, 'shop', 'closed'), 0o700);
  const reason = 'permission denied: change its permissions, or run as a user who can read it';
  expect(found).toEqual([['shop/b.yaml'], [`shop/a.yaml: ${reason}`, `shop/closed: ${reason}`]]);
});

testAsUser('fails on a file and on a folder that may not be read', () => {
  fill(folder.path, { 'a.yaml': '' });
  mkdirSync(path.join(folder.path, 'closed'));
  ['a.yaml', 'closed'].forEach(name => chmodSync(path.join(folder.path, name), 0));
  ['a.yaml', 'closed'].forEach(name => {
    expect(() => inFolder(name)).toThrow(`${folder.path}/${name}: permission denied: change its permissions, or run as a user who can read it`);
  });
});
