import path from 'node:path';
import { compareFolders } from '../../../scripts/test/compare-folders';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();

function differences(committed: Record<string, string>, fresh: Record<string, string>): string[] {
  const folders = [path.join(folder.path, 'committed'), path.join(folder.path, 'fresh')] as const;
  fill(folders[0], committed);
  fill(folders[1], fresh);
  return compareFolders(...folders);
}

test('folders with the same bytes do not differ', () => {
  expect(differences({ 'prod/a.yaml': 'a: 1\n', '.owned': 'x' }, { 'prod/a.yaml': 'a: 1\n', '.owned': 'x' })).toEqual([]);
});

test('every file that differs is named with what is wrong, hidden ones too', () => {
  const committed = { 'a.yaml': 'a: 1\n', 'prod/gone.yaml': '', '.owned': 'x' };
  const fresh = { 'a.yaml': 'a: 1 \n', 'prod/new.yaml': '', '.owned': 'y' };
  expect(differences(committed, fresh)).toEqual([
    '.owned: a fresh run writes something else',
    'a.yaml: a fresh run writes something else',
    'prod/gone.yaml: committed, but a fresh run does not write it',
    'prod/new.yaml: written by a fresh run, but not committed',
  ]);
});

test('a folder that does not exist is empty', () => {
  expect(differences({}, { 'a.yaml': '' })).toEqual(['a.yaml: written by a fresh run, but not committed']);
});
