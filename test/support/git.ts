import { spawnSync } from 'node:child_process';

/** The variables with which Git knows nothing of this machine: no settings of the user, and no repository around. */
export const GIT_ENV: Readonly<Record<string, string>> = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A. Tester',
  GIT_AUTHOR_EMAIL: 'tester@example.com',
  GIT_COMMITTER_NAME: 'A. Tester',
  GIT_COMMITTER_EMAIL: 'tester@example.com',
};

/** Runs Git in a folder. @throws when it fails, with what it printed */
export function git(folder: string, ...args: readonly string[]): string {
  const around = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], { env: { ...around, ...GIT_ENV }, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`git ${args.join(' ')} ends with ${status}:\n${stdout}${stderr}`);
  }
  return stdout;
}
