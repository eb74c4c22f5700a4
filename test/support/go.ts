import { spawnSync } from 'node:child_process';

/** A build takes minutes, and whoever waits for a server that does not answer has to be told. */
const LIMIT_MS = 15 * 60_000;

/** What Go prints. @throws with the last that it says, or why it did not run to its end */
export function go(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('go', args, { cwd, encoding: 'utf8', env: { ...process.env, GOFLAGS: '-mod=readonly' }, timeout: LIMIT_MS });
  if (status !== 0) {
    throw new Error(error?.message ?? stderr.trim().split('\n').pop());
  }
  return stdout;
}
