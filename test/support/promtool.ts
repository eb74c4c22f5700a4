import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fill } from './folder';
import { go } from './go';

/** What is rendered runs this version, and its promtool runs what is tested. */
export const PROMETHEUS_VERSION = '3.7.3';

const MODULE = 'github.com/prometheus/prometheus';
const SOURCES = path.resolve('test/support/promtool');

/** Where that of Debian is kept between runs: beside what Jest keeps. */
const CACHE = path.resolve('node_modules/.cache/cdk8s-mesh-tools');

/** Undefined until it was looked for. */
let found: { readonly program?: string; readonly isRendered: boolean } | undefined;

/**
 * The path of promtool, the program of Prometheus that checks and runs rules: of the version that is rendered, built with Go once for a machine,
 * which takes minutes. Where it cannot be built, that of the machine, or of Debian's package, which is unpacked and not installed, so that nobody has
 * to be root; a loud line says its version. Undefined where none can be had.
 */
export function promtool(): string | undefined {
  found ??= lookedFor();
  return found.program;
}

/** `test`, where promtool can be had; else a test that is skipped, and says so aloud. */
export function promtoolTest(): typeof test | typeof test.skip {
  const isThere = promtool() !== undefined;
  if (!isThere) {
    process.stderr.write('SKIPPED: promtool cannot be built, is not on this machine, and Debian\'s package of it cannot be had; no rule is run against samples.\n');
  }
  return isThere ? test : test.skip;
}

/** `test`, where promtool is that of the Prometheus that is rendered, which knows how pods are found; else a test that is skipped. */
export function renderedPromtoolTest(): typeof test | typeof test.skip {
  promtool();
  return found!.isRendered ? test : test.skip;
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

function lookedFor(): NonNullable<typeof found> {
  const ours = builtOnce();
  if ('program' in ours) {
    return { program: ours.program, isRendered: true };
  }
  const other = ofTheMachine();
  if (other !== undefined) {
    const { stdout, stderr } = spawnSync(other, ['--version'], { encoding: 'utf8' });
    const version = /version (\S+)/.exec(stdout + stderr)?.[1] ?? 'of no version';
    process.stderr.write(`NOT AS RENDERED: rules are run by promtool ${version}, and not by that of ${PROMETHEUS_VERSION}, which could not be built: ${ours.problem}\n`);
  }
  return { program: other, isRendered: false };
}

function ofTheMachine(): string | undefined {
  if (spawnSync('promtool', ['--version']).status === 0) {
    return 'promtool';
  }
  const file = path.join(CACHE, 'prometheus/usr/bin/promtool');
  return existsSync(file) || unpack('prometheus') ? file : undefined;
}

type Built = { readonly program: string } | { readonly problem: string };

/** One process builds, and the others wait for it: to build side by side would take as much longer. */
function builtOnce(): Built {
  const hash = createHash('sha256').update(['go.mod', 'go.sum'].map(file => readFileSync(path.join(SOURCES, file), 'utf8')).join('\0')).digest('hex').slice(0, 16);
  const folder = path.join(tmpdir(), `cdk8s-mesh-promtool-${PROMETHEUS_VERSION}-${hash}`);
  const program = path.join(folder, 'promtool');
  const lock = path.join(folder, 'building');
  mkdirSync(folder, { recursive: true });
  while (!existsSync(program)) {
    if (taken(lock)) {
      try {
        return existsSync(program) ? { program } : built(folder, program);
      } finally {
        rmSync(lock, { force: true });
      }
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
  return { program };
}

/** Whether the lock is ours now. One of a process that has ended is taken away. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (hasEnded(lock)) {
      rmSync(lock, { force: true });
    }
    return false;
  }
}

function hasEnded(lock: string): boolean {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // Between its making and its writing a lock is empty.
    return owner > 0 && process.kill(owner, 0) !== true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** It is built from its own sources, but for what finds targets in clouds: that would make most of the build, and nothing here asks for it. */
function built(folder: string, program: string): Built {
  const place = mkdtempSync(path.join(folder, 'sources-'));
  try {
    fill(place, Object.fromEntries(['go.mod', 'go.sum'].map(file => [file, readFileSync(path.join(SOURCES, file), 'utf8')])));
    go(place, 'mod', 'download', MODULE);
    const sources = path.join(go(place, 'list', '-m', '-f', '{{.Dir}}', MODULE).trim(), 'cmd/promtool');
    const files = readdirSync(sources).filter(file => file.endsWith('.go') && !file.endsWith('_test.go'));
    fill(place, Object.fromEntries(files.map(file => [file, readFileSync(path.join(sources, file), 'utf8').replace(/^.*"github.com\/prometheus\/prometheus\/plugins".*\n/m, '')])));
    go(place, 'build', '-trimpath', `-ldflags=-s -w -X github.com/prometheus/common/version.Version=${PROMETHEUS_VERSION}`, '-o', 'built', '.');
    renameSync(path.join(place, 'built'), program);
    return { program };
  } catch (error) {
    return { problem: (error as Error).message };
  } finally {
    rmSync(place, { recursive: true, force: true });
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
