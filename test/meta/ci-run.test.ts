import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync } from 'node:fs';
import path from 'node:path';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();

/** Runs .ci/run in an empty project whose `npm` is the given shell script. */
function ciRun(npm: string): { readonly status: number | null; readonly lines: string[] } {
  fill(folder.path, { 'bin/npm': `#!/bin/sh\n${npm}\n` });
  chmodSync(path.join(folder.path, 'bin/npm'), 0o755);
  cpSync('.ci/run', path.join(folder.path, '.ci/run'));
  const env = { ...process.env, PATH: `${path.join(folder.path, 'bin')}:${process.env.PATH}` };
  const { status, stdout } = spawnSync(path.join(folder.path, '.ci/run'), { env, encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n') };
}

test('runs `npm ci`, then `npm test`, and ends with its last line', () => {
  expect(ciRun('echo "npm $1"; [ "$1" = test ] && echo "3 passed, 0 failed" || true')).toEqual({
    status: 0,
    lines: ['npm ci', 'npm test', '3 passed, 0 failed'],
  });
});

test('failed tests fail the run', () => {
  expect(ciRun('[ "$1" = test ] && { echo "3 passed, 1 failed"; exit 1; } || true')).toEqual({ status: 1, lines: ['3 passed, 1 failed'] });
});

test('a failed installation counts as a failure', () => {
  expect(ciRun('echo "npm $1"; exit 7')).toEqual({
    status: 1,
    lines: ['npm ci', 'the test command ended before it could count', '0 passed, 1 failed'],
  });
});

test('a test command that dies before it could count is a failure, also when it says that all is well', () => {
  expect(ciRun('echo "npm $1"').status).toBe(1);
  expect(ciRun('[ "$1" = test ] && kill -9 $$ || true').lines.at(-1)).toBe('0 passed, 1 failed');
});
