import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { isRunning, thisProcess } from '../../../lib/synth/private/running-process';

const onLinux = existsSync('/proc/self/stat') ? test : test.skip;

test('this process is known and runs', () => {
  expect(thisProcess()).toMatchObject({ pid: process.pid, host: hostname() });
  expect(isRunning(thisProcess())).toBe(true);
});

test('a process runs until it has ended', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
  const running = { pid: child.pid! };
  expect(isRunning(running)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isRunning(running)).toBe(false);
});

onLinux('a number that was used again is another process', () => {
  const { birth, space } = thisProcess();
  expect([birth, space]).toEqual([expect.stringMatching(/^\d+$/), expect.stringMatching(/^pid:\[\d+\]$/)]);
  expect(isRunning({ pid: process.pid, birth: '1' })).toBe(false);
  expect(isRunning({ pid: process.pid })).toBe(true);
});

onLinux('a process that has ended and that its parent has not noticed does not run', async () => {
  // The shell becomes a program that knows of no child.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
  const pid = Number((await once(parent.stdout, 'data'))[0]);
  await eventually(() => readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '));
  expect(isRunning({ pid })).toBe(false);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
});

async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await setTimeout(5);
  }
}
