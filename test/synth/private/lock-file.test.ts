import { spawnSync } from 'node:child_process';
import fs, { lutimesSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
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

function refuse(call: 'linkSync' | 'readFileSync' | 'rmSync', code: string): jest.SpyInstance {
  return jest.spyOn(fs, call).mockImplementation(() => { throw Object.assign(new Error(code), { code, syscall: call }); });
}

test('a lock is taken once and names this process', () => {
  expect([lock().take(), lock().take()]).toEqual([true, false]);
  expect(JSON.parse(readFileSync(lock().path, 'utf8'))).toEqual(thisProcess());
  expect(lock().holder).toBe(`process ${process.pid} on ${thisProcess().host}`);
});

test('a lock in a folder that has just been removed is not taken', () => {
  expect(new LockFile(path.join(temporary.path, 'gone', 'lock'), { foreign: 0, blank: 0 }).take()).toBe(false);
});

test('a process that was halted while it filled the lock sees that it has lost it meanwhile', () => {
  const close = fs.closeSync;
  const refused = refuse('linkSync', 'EPERM');
  // The first file is the draft, whose second name is refused.
  const halted = jest.spyOn(fs, 'closeSync').mockImplementationOnce(close).mockImplementationOnce(descriptor => {
    close(descriptor);
    fill(temporary.path, { lock: JSON.stringify(ended) });
  });
  expect(lock().take()).toBe(false);
  refused.mockRestore();
  halted.mockRestore();
  expect(contentsOf(temporary.path)).toEqual({ lock: JSON.stringify(ended) });
});

test('a lock is given back, but not one that another process has taken meanwhile', () => {
  const taken = lock();
  taken.take();
  taken.release();
  expect(contentsOf(temporary.path)).toEqual({});
  taken.take();
  const other = JSON.stringify({ ...thisProcess(), host: 'another' });
  fill(temporary.path, { lock: other });
  taken.release();
  expect(contentsOf(temporary.path)).toEqual({ lock: other });
});

test('a lock that cannot be given back is no error: the next run removes it', () => {
  const taken = lock();
  taken.take();
  const refused = refuse('rmSync', 'EIO');
  expect(() => taken.release()).not.toThrow();
  refused.mockRestore();
  expect(Object.keys(contentsOf(temporary.path))).toEqual(['lock']);
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

describe('a lock that a machine with a clock ahead of ours has written', () => {
  let now = 0;
  beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(() => jest.restoreAllMocks());

  const foreign = { pid: 1, host: 'another' };
  const inAnHour = -3600;

  test('is left behind when this process has seen it unchanged for long', () => {
    const found = lockOf(foreign, inAnHour);
    const seen = [0, 60_000, 60_001].map(time => {
      now = time;
      return found.isLeftBehind();
    });
    expect(seen).toEqual([false, false, true]);
  });

  test.each<[string, object, number]>([
    ['written again', foreign, inAnHour - 1],
    ['taken by another process', { ...foreign, pid: 2 }, inAnHour],
  ])('counts from anew when it was %s', (_, content, seconds) => {
    const found = lockOf(foreign, inAnHour);
    now = 0;
    found.isLeftBehind();
    lockOf(content, seconds);
    now = 60_001;
    expect(found.isLeftBehind()).toBe(false);
  });
});

test.each(['nowhere', 'file'])('a symbolic link to %s names nobody, and what it leads to stays', target => {
  fill(temporary.path, { file: JSON.stringify(thisProcess()) });
  symlinkSync(target, lock().path);
  expect([lock().take(), lock().isLeftBehind(), lock().holder]).toEqual([false, false, 'another process']);
  const then = Date.now() / 1000 - 1;
  lutimesSync(lock().path, then, then);
  lock().removeIfLeftBehind();
  expect(readdirSync(temporary.path)).toEqual(['file']);
});

test('fails at once when a folder has the name of a lock', () => {
  mkdirSync(lock().path);
  const message = new Error(`${lock().path}: is not a file, but expected a lock file. Move it away, or choose another output folder.`);
  expect(() => lock().take()).toThrow(message);
  expect(() => lock().isLeftBehind()).toThrow(message);
});

test('fails when the file system refused it to read the lock', () => {
  const found = lockOf(ended);
  const refused = refuse('readFileSync', 'EIO');
  expect(() => found.isLeftBehind()).toThrow(`${found.path}: cannot be read: the file system refused it (EIO).`);
  refused.mockRestore();
});
