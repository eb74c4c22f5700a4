import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs, { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { OUTPUT_LOCK, whileLocked } from '../../../lib/synth/private/output-lock';
import { thisProcess } from '../../../lib/synth/private/running-process';
import { ChildProgram } from '../../support/child-program';
import { contentsOf, fill, foldersIn, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();
const counting = new ChildProgram('test/synth/private/count-under-lock.ts');
const times = { silence: 60_000, patience: 200, foreign: 60_000, blank: 500 };
const ended = { ...thisProcess(), pid: spawnSync(process.execPath, ['-e', '0']).pid };

function dist(): string {
  return path.join(temporary.path, 'dist');
}

function notice(holder: string): string {
  return `${path.join(dist(), OUTPUT_LOCK)}: waiting for ${holder}, which is writing to this folder.\n`;
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
    new Error(`${path.join(dist(), OUTPUT_LOCK)}: process ${process.pid} on build-7 is writing to this folder and has not finished within 0.2 s. Run again when it has finished; if there is no such process, delete this file.`),
  );
  expect(work).not.toHaveBeenCalled();
  expect(Object.keys(contentsOf(dist()))).toEqual([OUTPUT_LOCK]);
});

test.each([
  ['a process that has ended', ended, [OUTPUT_LOCK]],
  ['a process that runs', thisProcess(), [OUTPUT_LOCK, `${OUTPUT_LOCK}.break`]],
])('who holds the lock removes the guard of %s only when it was left behind', (_, holder, expected) => {
  leaveLock(holder, `${OUTPUT_LOCK}.break`);
  expect(whileLocked(dist(), () => Object.keys(contentsOf(dist())))).toEqual(expected);
});

test('the work is done, too, when a guard that was left behind cannot be removed', () => {
  leaveLock(ended, `${OUTPUT_LOCK}.break`);
  const remove = fs.rmSync;
  const refused = jest.spyOn(fs, 'rmSync').mockImplementation((file, options) => {
    if (String(file).endsWith('.break')) {
      throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'rm' });
    }
    remove(file, options);
  });
  expect(whileLocked(dist(), () => 'done')).toBe('done');
  refused.mockRestore();
  expect(Object.keys(contentsOf(dist()))).toEqual([`${OUTPUT_LOCK}.break`]);
});

test('what processes that were killed while they took the lock have left is removed, and nothing of anybody else', () => {
  const foreign = { [`${OUTPUT_LOCK}.d/a`]: '', [`${OUTPUT_LOCK}.orig`]: '', 'x.0123456789ab': '' };
  fill(dist(), { ...foreign, [`${OUTPUT_LOCK}.0123456789ab`]: '{', [`${OUTPUT_LOCK}.break.ba9876543210`]: '' });
  whileLocked(dist(), () => undefined);
  expect(contentsOf(dist())).toEqual(foreign);
});

test('a lock that another process has taken during the work stays', () => {
  const other = { ...thisProcess(), host: 'build-7' };
  whileLocked(dist(), () => leaveLock(other));
  expect(contentsOf(dist())).toEqual({ [OUTPUT_LOCK]: JSON.stringify(other) });
});

test('a symbolic link that leads nowhere is no lock, and is removed', () => {
  mkdirSync(dist());
  symlinkSync('nowhere', path.join(dist(), OUTPUT_LOCK));
  whileLocked(dist(), () => undefined, { ...times, patience: 60_000 });
  expect(readdirSync(dist())).toEqual([]);
});

test.each([OUTPUT_LOCK, `${OUTPUT_LOCK}.break`])('fails at once when %s is a folder, and leaves it', name => {
  fill(dist(), { [`${name}/a`]: '' });
  const work = jest.fn();
  expect(() => whileLocked(dist(), work)).toThrow(
    new Error(`${path.join(dist(), name)}: is not a file, but expected a lock file. Move it away, or choose another output folder.`),
  );
  expect(work).not.toHaveBeenCalled();
  expect(contentsOf(dist())).toEqual({ [`${name}/a`]: '' });
});

test('a line says once what is waited for, but not before it takes long', () => {
  leaveLock({ pid: 7, host: 'build-7' });
  const write = jest.spyOn(fs, 'writeSync').mockReturnValue(0);
  const told = [100, 60_000].map(silence => {
    write.mockClear();
    expect(() => whileLocked(dist(), () => undefined, { ...times, silence })).toThrow();
    return write.mock.calls;
  });
  write.mockRestore();
  expect(told).toEqual([[[2, notice('process 7 on build-7')]], []]);
});

test('the line is there while the process waits', async () => {
  leaveLock(thisProcess());
  fill(dist(), { count: '0' });
  const child = counting.start([dist(), '1']);
  const closed = once(child, 'close');
  const [line] = await once(child.stderr!, 'data') as [Buffer];
  expect(line.toString()).toBe(notice(`process ${process.pid} on ${thisProcess().host}`));
  rmSync(path.join(dist(), OUTPUT_LOCK));
  expect(await closed).toEqual([0, null]);
}, 30_000);

test('of two processes that find a lock left behind, one removes it at a time', () => {
  leaveLock(ended);
  leaveLock(thisProcess(), `${OUTPUT_LOCK}.break`);
  expect(() => whileLocked(dist(), () => undefined, times)).toThrow('is writing to this folder and has not finished within 0.2 s.');
  expect(Object.keys(contentsOf(dist()))).toEqual([OUTPUT_LOCK, `${OUTPUT_LOCK}.break`]);
});

test('many processes never work at once, also when some are killed at work', async () => {
  fill(dist(), { count: '0' });
  const plain = Array.from({ length: 4 }, () => counting.run([dist(), '50']));
  const killed = Array.from({ length: 8 }, (_, index) => counting.run([dist(), '50', String(index + 3)]));
  const results = await Promise.all([...plain, ...killed]);
  // Where many wait, one may wait for long.
  const wrong = (stderr: string): string[] => stderr.split('\n').filter(line => line !== '' && !line.includes(': waiting for '));
  expect(results.map(({ code, signal, stderr }) => [code, signal, wrong(stderr)]))
    .toEqual([...plain.map(() => [0, null, []]), ...killed.map(() => [null, 'SIGKILL', []])]);
  expect(contentsOf(dist()).count).toBe(String(4 * 50 + killed.map((_, index) => index + 3).reduce((sum, number) => sum + number)));
}, 60_000);
