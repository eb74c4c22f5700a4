import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fill } from './folder';

/** Where it is kept between runs: beside what Jest keeps. */
const CACHE = path.resolve('node_modules/.cache/cdk8s-mesh-tools');

/**
 * The path of promtool, the program of Prometheus that checks and runs rules: that of the machine, or of Debian's package, which is unpacked and
 * not installed, so that nobody has to be root. Undefined where it cannot be had.
 */
export function promtool(): string | undefined {
  if (spawnSync('promtool', ['--version']).status === 0) {
    return 'promtool';
  }
  const file = path.join(CACHE, 'prometheus/usr/bin/promtool');
  return existsSync(file) || unpack('prometheus') ? file : undefined;
}

/** `test`, where promtool can be had; else a test that is skipped, and says so aloud. */
export function promtoolTest(): typeof test | typeof test.skip {
  const isThere = promtool() !== undefined;
  if (!isThere) {
    process.stderr.write('SKIPPED: promtool is not on this machine, and Debian\'s package of it cannot be had; no rule is run against samples.\n');
  }
  return isThere ? test : test.skip;
}

/** What promtool says of files that it is given in a folder of their own; empty: nothing is wrong. */
export function promtoolSays(args: readonly string[], files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-promtool-'));
  try {
    fill(folder, files);
    const { status, stdout, stderr } = spawnSync(promtool()!, args, { cwd: folder, encoding: 'utf8' });
    return status === 0 ? '' : stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Unpacks a package of Debian into the cache, all of it or nothing: others may do so at the same time. */
function unpack(name: string): boolean {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(CACHE, 'download-'));
  try {
    spawnSync('apt-get', ['download', name], { cwd: folder, timeout: 120_000 });
    const file = readdirSync(folder).find(entry => entry.endsWith('.deb'));
    if (file === undefined || spawnSync('dpkg-deb', ['-x', file, 'unpacked'], { cwd: folder }).status !== 0) {
      return false;
    }
    renameSync(path.join(folder, 'unpacked'), path.join(CACHE, name));
    return true;
  } catch {
    return existsSync(path.join(CACHE, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
