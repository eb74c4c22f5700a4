import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { publish } from '../../../scripts/imports/publish';
import { contentsOf, fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();

const lockOf = (...outputs: string[]): string =>
  JSON.stringify({ generators: {}, sources: {}, constructs: {}, outputs: Object.fromEntries(outputs.map(file => [file, 'hash'])) });

test('files are written, and what only the previous lock names is removed; files of others stay', () => {
  fill(folder.path, { 'lock.json': lockOf('old.ts', 'kept.ts', 'gone.ts'), 'old.ts': 'old', 'kept.ts': 'before', 'foreign.ts': 'foreign' });
  const lock = lockOf('kept.ts', 'schemas/new.json');
  publish(folder.path, new Map([['lock.json', lock], ['kept.ts', 'after'], ['schemas/new.json', '{}']]));
  expect(contentsOf(folder.path)).toEqual({ 'foreign.ts': 'foreign', 'kept.ts': 'after', 'lock.json': lock, 'schemas/new.json': '{}' });
});

test('a folder that does not exist is created', () => {
  publish(path.join(folder.path, 'new'), new Map([['a.ts', 'a']]));
  expect(contentsOf(folder.path)).toEqual({ 'new/a.ts': 'a' });
});

test('a run that is cut off leaves the old lock, which then is stale', () => {
  fill(folder.path, { 'lock.json': 'old' });
  mkdirSync(path.join(folder.path, 'a.ts'));
  expect(() => publish(folder.path, new Map([['lock.json', 'new'], ['a.ts', 'a']]))).toThrow('EISDIR');
  expect(contentsOf(folder.path)).toEqual({ 'lock.json': 'old' });
});
