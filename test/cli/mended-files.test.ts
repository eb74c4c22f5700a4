import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeMended } from '../../lib/cli/mended-files';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { contentsOf, fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();
const at = (name: string): string => path.join(folder.path, name);

function mend(name: string, text: string): void {
  const file = SourceFile.decode(at(name), readFileSync(at(name)));
  writeMended([file], [new SourceFile(file.name, text)]);
}

test('a file is written with the mode that it had, and nothing is left beside it', () => {
  fill(folder.path, { 'a.yaml': 'old' });
  chmodSync(at('a.yaml'), 0o640);
  mend('a.yaml', 'new');
  expect([contentsOf(folder.path), statSync(at('a.yaml')).mode & 0o777]).toEqual([{ 'a.yaml': 'new' }, 0o640]);
});

test('a file that stays as it is is not written', () => {
  fill(folder.path, { 'a.yaml': 'old' });
  const before = statSync(at('a.yaml')).ino;
  mend('a.yaml', 'old');
  expect(statSync(at('a.yaml')).ino).toBe(before);
});

test('through a link the file is written that it leads to', () => {
  fill(folder.path, { 'real.yaml': 'old' });
  symlinkSync('real.yaml', at('link.yaml'));
  mend('link.yaml', 'new');
  expect([lstatSync(at('link.yaml')).isSymbolicLink(), readFileSync(at('real.yaml'), 'utf8')]).toEqual([true, 'new']);
});

test('a byte order mark stays', () => {
  fill(folder.path, { 'a.yaml': '\uFEFFold' });
  mend('a.yaml', 'new');
  expect(readFileSync(at('a.yaml'), 'utf8')).toBe('\uFEFFnew');
});

test('a file that somebody changed in between is left to him', () => {
  fill(folder.path, { 'a.yaml': 'old' });
  const file = SourceFile.decode(at('a.yaml'), readFileSync(at('a.yaml')));
  writeFileSync(at('a.yaml'), 'his');
  expect(() => writeMended([file], [new SourceFile(file.name, 'new')])).toThrow(`${at('a.yaml')}: changed since it was read, so it was not fixed: run again`);
  expect([readFileSync(at('a.yaml'), 'utf8'), readdirSync(folder.path)]).toEqual(['his', ['a.yaml']]);
});

test('a file that is gone is said', () => {
  const gone = at('gone.yaml');
  expect(() => writeMended([new SourceFile(gone, 'old')], [new SourceFile(gone, 'new')])).toThrow(`${gone}: cannot be written, so it was not fixed: ENOENT`);
});
