import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtOnce } from './built-once';
import { fill, temporaryFolder } from './folder';

const folder = temporaryFolder();
const built: string[] = [];

afterEach(() => built.splice(0).forEach(program => rmSync(path.dirname(program), { recursive: true })));

function get(source: string, build: (target: string) => void): string {
  fill(folder.path, { 'main.go': `${folder.path} ${source}` });
  const program = builtOnce({ name: 'built-once', sources: folder.path, files: ['main.go'], build });
  built.push(...built.includes(program) ? [] : [program]);
  return program;
}

test('a program is built once, and again when its sources are others', () => {
  const build = jest.fn((target: string) => writeFileSync(target, 'program'));
  expect([get('a', build), get('a', build)].map(program => readFileSync(program, 'utf8'))).toEqual(['program', 'program']);
  expect(build).toHaveBeenCalledTimes(1);
  expect(get('b', build)).not.toBe(built[0]);
  expect(build).toHaveBeenCalledTimes(2);
});

test('what cannot be built says why, and is tried again', () => {
  expect(() => get('a', () => {
    throw new Error('no compiler');
  })).toThrow(new Error('no compiler'));
  expect(readFileSync(get('a', target => writeFileSync(target, 'program')), 'utf8')).toBe('program');
});
