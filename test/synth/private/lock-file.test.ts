import { spawnSync } from 'node:child_process';
import fs, { mkdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { LockFile } from '../../../lib/synth/private/lock-file';
import { thisProcess } from '../../../lib/synth/private/running-process';
import { contentsOf, fill, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();
const ended = { ...thisProcess(), pid: spawnSync(process.execPath, ['-e', '0']).pid };

function lock(): LockFile {
  return new LockFile(path.join(temporary.path, 'lock'), { foreign: 60_000, blank: 500 });
}

/** A lock file with this content, written so many seconds ago. */
function lockOf(content: object | string, seconds = 0): LockFile {
  fill(temporary.path, { lock: typeof content === 'string' ? content : JSON.stringify(content) });
  const then = Date.now() / 1000 - seconds;
  utimesSync(lock().path, then, then);
  return lock();
}

test('a lock is taken once and names this process', () => {
  expect([lock().take(), lock().take()]).toEqual([true, false]);
  expect(JSON.parse(readFileSync(lock().path, 'utf8'))).toEqual(thisProcess());
  expect(lock().holder).toBe(`process ${process.pid} on ${thisProcess().host}`);
});

test('a lock in a folder that has just been removed is not taken', () => {
  expect(new LockFile(path.join(temporary.path, 'gone', 'lock'), { foreign: 0, blank: 0 }).take()).toBe(false);
});

test('a process that was halted while it took the lock sees that it has lost it meanwhile', () => {
  const close = fs.closeSync;
  const halted = jest.spyOn(fs, 'closeSync').mockImplementation(descriptor => {
    close(descriptor);
    fill(temporary.path, { lock: JSON.stringify(ended) });
  });
  expect(lock().take()).toBe(false);
  halted.mockRestore();
  expect(contentsOf(temporary.path)).toEqual({ lock: JSON.stringify(ended) });
});

test.each<[string, object | string, number, boolean]>([
  ['a process that runs', thisProcess(), 100_000, false],
  ['a process that has ended', ended, 0, true],
  ['another machine, just now', { pid: 1, host: 'another' }, 59, false],
  ['another machine, long ago', { pid: process.pid, host: 'another' }, 61, true],
  ['another container of this machine, just now', { ...ended, space: 'pid:[1]' }, 0, false],
  ['nobody, just now', '', 0, false],
  ['nobody, long ago', '', 1, true],
  ['a group of processes', { ...thisProcess(), pid: -1 }, 1, true],
  ['no number', { ...thisProcess(), pid: 'all' }, 1, true],
  ['a process of nowhere', { pid: process.pid }, 1, true],
  ['what is no object', 'null', 1, true],
])('a lock that names %s', (_, content, seconds, leftBehind) => {
  const found = lockOf(content, seconds);
  expect(found.isLeftBehind()).toBe(leftBehind);
  found.removeIfLeftBehind();
  expect(Object.keys(contentsOf(temporary.path))).toEqual(leftBehind ? [] : ['lock']);
});

test('a lock that is not there is nobody\'s, and not left behind', () => {
  expect([lock().isLeftBehind(), lock().holder]).toEqual([false, 'another process']);
});

test('fails when something else has the name of a lock', () => {
  mkdirSync(lock().path);
  expect(() => lock().isLeftBehind()).toThrow(`${lock().path}: cannot be read, the file system refuses (EISDIR).`);
});
