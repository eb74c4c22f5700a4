import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './folder';
import { canRunPowerless } from './powerless-user';

const temporary = temporaryFolder();
const warn = jest.spyOn(console, 'warn').mockImplementation();

afterEach(() => {
  warn.mockClear();
  chmodSync(temporary.path, 0o755);
});

function reasons(): unknown[] {
  return warn.mock.calls.map(([line]) => /^SKIPPED: .*\((.*)\)/.exec(String(line))?.[1]);
}

test('a Node in a folder that is closed to others cannot be run, and a line says so', () => {
  const node = path.join(temporary.path, 'node');
  symlinkSync(process.execPath, node);
  chmodSync(temporary.path, 0o000);
  expect(canRunPowerless(node)).toBe(false);
  expect(reasons()).toEqual([`Error: spawnSync ${node} EACCES`]);
});

test('programs in a folder that is closed to others cannot be run, and a line says so', () => {
  chmodSync(temporary.path, 0o000);
  expect(canRunPowerless(process.execPath, temporary.path)).toBe(false);
  expect(reasons()).toEqual([expect.stringContaining('EACCES')]);
});

test('a Node that everybody may run can be run, without a word', () => {
  expect(canRunPowerless('/bin/true')).toBe(true);
  expect(reasons()).toEqual([]);
});
