import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { OUTPUT_LOCK, whileLocked } from '../../../lib/synth/private/output-lock';
import { thisProcess } from '../../../lib/synth/private/running-process';
import { ChildProgram } from '../../support/child-program';
import { contentsOf, fill, foldersIn, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();
const counting = new ChildProgram('test/synth/private/count-under-lock.ts');
const times = { patience: 200, foreign: 60_000, blank: 500 };
const ended = { ...thisProcess(), pid: spawnSync(process.execPath, ['-e', '0']).pid };

function dist(): string {
  return path.join(temporary.path, 'dist');
}

function leaveLock(content: object, name = OUTPUT_LOCK): void {
  fill(dist(), { [name]: JSON.stringify(content) });
}

test('the work is done under a lock that names this process, and its value is given', () => {
  expect(whileLocked(dist(), () => contentsOf(temporary.path))).toEqual({ [`dist/${OUTPUT_LOCK}`]: JSON.stringify(thisProcess()) });
});

test('nothing stays of the lock, nor of a folder that was created for it alone', () => {
  whileLocked(path.join(dist(), 'inner'), () => undefined);
  expect(foldersIn(temporary.path)).toEqual([]);
  mkdirSync(dist());
  whileLocked(dist(), () => undefined);
  expect([foldersIn(temporary.path), contentsOf(temporary.path)]).toEqual([['dist'], {}]);
});

test('a folder that the work has put something into stays', () => {
  whileLocked(dist(), () => fill(dist(), { 'a.yaml': 'a: 1\n' }));
  expect(contentsOf(temporary.path)).toEqual({ 'dist/a.yaml': 'a: 1\n' });
});

test('the lock is given back when the work throws', () => {
  expect(() => whileLocked(dist(), () => { throw new Error('no'); })).toThrow('no');
  expect(foldersIn(temporary.path)).toEqual([]);
});

test('a lock that a killed process has left is removed at once', () => {
  leaveLock(ended);
  leaveLock(ended, `${OUTPUT_LOCK}.break`);
  expect(whileLocked(dist(), () => Object.keys(contentsOf(dist())), times)).toEqual([OUTPUT_LOCK]);
  expect(contentsOf(dist())).toEqual({});
});

test('the lock of a process that runs is waited for', () => {
  leaveLock(thisProcess());
  const waited = 300;
  spawn(process.execPath, ['-e', `setTimeout(() => fs.unlinkSync(${JSON.stringify(path.join(dist(), OUTPUT_LOCK))}), ${waited})`]);
  const start = performance.now();
  whileLocked(dist(), () => undefined);
  expect(performance.now() - start).toBeGreaterThan(waited);
});

test('waiting costs next to no time of the processor', () => {
  leaveLock(thisProcess());
  const before = process.cpuUsage();
  expect(() => whileLocked(dist(), () => undefined, { ...times, patience: 1000 })).toThrow();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(250);
});

test('fails when a process holds the lock for too long, and says which', () => {
  leaveLock({ ...thisProcess(), host: 'build-7' });
  const work = jest.fn();
  expect(() => whileLocked(dist(), work, times)).toThrow(
    new Error(`${path.join(dist(), OUTPUT_LOCK)}: process ${process.pid} on build-7 publishes to this folder, and has not ended within 0.2 s. Run again when it has; if there is no such process, delete this file.`),
  );
  expect(work).not.toHaveBeenCalled();
  expect(Object.keys(contentsOf(dist()))).toEqual([OUTPUT_LOCK]);
});

test('of two processes that find a lock left behind, one removes it at a time', () => {
  leaveLock(ended);
  leaveLock(thisProcess(), `${OUTPUT_LOCK}.break`);
  expect(() => whileLocked(dist(), () => undefined, times)).toThrow('publishes to this folder, and has not ended within 0.2 s.');
  expect(Object.keys(contentsOf(dist()))).toEqual([OUTPUT_LOCK, `${OUTPUT_LOCK}.break`]);
});

test('many processes never work at once, also when some are killed at work', async () => {
  fill(dist(), { count: '0' });
  const plain = Array.from({ length: 4 }, () => counting.run([dist(), '50']));
  const killed = Array.from({ length: 8 }, (_, index) => counting.run([dist(), '50', String(index + 3)]));
  const results = await Promise.all([...plain, ...killed]);
  expect(results.map(({ code, signal, stderr }) => [code, signal, stderr])).toEqual([...plain.map(() => [0, null, '']), ...killed.map(() => [null, 'SIGKILL', ''])]);
  expect(contentsOf(dist()).count).toBe(String(4 * 50 + killed.map((_, index) => index + 3).reduce((sum, number) => sum + number)));
}, 60_000);
