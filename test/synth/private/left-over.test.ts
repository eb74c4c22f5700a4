import { rmdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { onFile } from '../../../lib/synth/private/file-error';
import { removeLeftOver, unlessRefused } from '../../../lib/synth/private/left-over';
import { contentsOf, fill, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();

test('a file, a folder with all in it, or nothing is removed', () => {
  fill(temporary.path, { 'file': '', 'folder/file': '', 'other': '' });
  ['file', 'folder', 'nothing'].forEach(name => removeLeftOver(path.join(temporary.path, name)));
  expect(contentsOf(temporary.path)).toEqual({ other: '' });
});

test('what a link points to stays', () => {
  fill(temporary.path, { 'folder/file': '' });
  symlinkSync('folder', path.join(temporary.path, 'link'));
  removeLeftOver(path.join(temporary.path, 'link'));
  expect(contentsOf(temporary.path)).toEqual({ 'folder/file': '' });
});

test('a refusal of the file system is no error, a defect is', () => {
  fill(temporary.path, { file: '' });
  expect(() => removeLeftOver(path.join(temporary.path, 'file', 'below'))).not.toThrow();
  expect(() => removeLeftOver('a\0b')).toThrow('null bytes');
});

test('a step that the file system refused it is left out, also when the refusal is told with the file', () => {
  const gone = path.join(temporary.path, 'gone');
  expect(() => unlessRefused(() => rmdirSync(gone))).not.toThrow();
  expect(() => unlessRefused(() => onFile(gone, 'removed', () => rmdirSync(gone)))).not.toThrow();
  expect(() => unlessRefused(() => { throw new Error('a defect'); })).toThrow('a defect');
});
