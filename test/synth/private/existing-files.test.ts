import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { ExistingFiles, isFolder } from '../../../lib/synth/private/existing-files';
import { diskIgnoresCase, fill, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();
const [onCaseSensitiveDisk, onDiskThatIgnoresCase] = diskIgnoresCase() ? [test.skip, test] : [test, test.skip];

function inTemporary(...segments: string[]): string {
  return path.join(temporary.path, ...segments);
}

test('what stands in a folder, and in folders of it, is found', () => {
  fill(temporary.path, { 'a.yaml': '', 'shop/web/b.yaml': '' });
  const existing = new ExistingFiles(temporary.path);
  const found = ['a.yaml', 'shop', 'shop/web/b.yaml', 'c.yaml', 'shop/c.yaml', 'none/at/all.yaml'].map(file => existing.find(file));
  expect(found.map(each => each && [each.path, each.entry.isFile()])).toEqual([
    ['a.yaml', true], ['shop', false], ['shop/web/b.yaml', true], undefined, undefined, undefined,
  ]);
});

test('in a folder that does not exist there is nothing', () => {
  const existing = new ExistingFiles(inTemporary('none'));
  expect([existing.find('a.yaml'), existing.twins('a.yaml')]).toEqual([undefined, []]);
});

onCaseSensitiveDisk('a file of another case is another file, and a twin', () => {
  fill(temporary.path, { 'A.yaml': '', 'shop/B.yaml': '', 'shop/b.YAML': '' });
  const existing = new ExistingFiles(temporary.path);
  expect(existing.find('a.yaml')).toBeUndefined();
  expect(existing.twins('a.yaml')).toEqual(['A.yaml']);
  expect(existing.twins('shop/b.yaml').sort()).toEqual(['shop/B.yaml', 'shop/b.YAML']);
  expect(existing.twins('A.yaml')).toEqual([]);
});

onDiskThatIgnoresCase('a file of another case is the file, under the name that the disk gives it', () => {
  fill(temporary.path, { 'Shop/A.yaml': '' });
  expect(new ExistingFiles(temporary.path).find('shop/a.yaml')?.path).toBe('Shop/A.yaml');
});

test('fails on a link on the way, also when it leads to a folder', () => {
  fill(temporary.path, { 'elsewhere/a.yaml': '', 'dist/b.yaml': '' });
  symlinkSync('../elsewhere', inTemporary('dist', 'shop'));
  expect(() => new ExistingFiles(inTemporary('dist')).find('shop/a.yaml')).toThrow(
    `${inTemporary('dist', 'shop')}: is a symbolic link, but expected a folder: its target may belong to something else. Replace the link with a folder, or use its target as the output folder.`,
  );
});

test('fails on a file on the way', () => {
  fill(temporary.path, { shop: '' });
  expect(() => new ExistingFiles(temporary.path).find('shop/a.yaml'))
    .toThrow(`${inTemporary('shop')}: is a file, but expected a folder. Move it away, or choose another output folder.`);
});

test('a folder is one, nothing is none, and a link to one is an error', () => {
  fill(temporary.path, { 'dist/a.yaml': '' });
  symlinkSync('dist', inTemporary('link'));
  symlinkSync('nowhere', inTemporary('broken'));
  expect([isFolder(inTemporary('dist')), isFolder(inTemporary('none'))]).toEqual([true, false]);
  expect(() => isFolder(inTemporary('link'))).toThrow(`${inTemporary('link')}: is a symbolic link, but expected a folder`);
  expect(() => isFolder(inTemporary('broken'))).toThrow(`${inTemporary('broken')}: is a symbolic link, but expected a folder`);
  expect(() => isFolder(inTemporary('dist', 'a.yaml', 'dev'))).toThrow(`${inTemporary('dist', 'a.yaml', 'dev')}: cannot be read: a file is where a folder is needed (ENOTDIR).`);
});
