import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createFolder, removeEmptyFolders } from '../../../lib/synth/private/created-folder';
import { fill, foldersIn, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();

function inTemporary(...segments: string[]): string {
  return path.join(temporary.path, ...segments);
}

test('a folder is created with those around it, and taken back with those that were not there before', () => {
  mkdirSync(inTemporary('old'));
  const takeBack = createFolder(inTemporary('old', 'new', 'inner'));
  expect(foldersIn(temporary.path)).toEqual(['old', 'old/new', 'old/new/inner']);
  takeBack();
  expect(foldersIn(temporary.path)).toEqual(['old']);
});

test('a folder that was there, or that holds something by now, stays', () => {
  createFolder(temporary.path)();
  const takeBack = createFolder(inTemporary('a', 'b', 'c'));
  fill(temporary.path, { 'a/file': '' });
  takeBack();
  expect(foldersIn(temporary.path)).toEqual(['a']);
});

test('a folder that somebody else has taken back already does not matter', () => {
  const takeBack = createFolder(inTemporary('a', 'b'));
  removeEmptyFolders(inTemporary('a', 'b'), inTemporary('a'));
  takeBack();
  expect(foldersIn(temporary.path)).toEqual([]);
});

test('empty folders are removed from the inside out, up to where it is to stop', () => {
  mkdirSync(inTemporary('dist', 'a', 'b'), { recursive: true });
  removeEmptyFolders(inTemporary('dist', 'a', 'b'), inTemporary('dist'));
  expect(foldersIn(temporary.path)).toEqual(['dist']);
});

test('fails where a file is in the way', () => {
  fill(temporary.path, { dist: '' });
  expect(() => createFolder(inTemporary('dist', 'dev'))).toThrow(`${inTemporary('dist', 'dev')}: cannot be written: a file is where a folder is needed (ENOTDIR).`);
});
