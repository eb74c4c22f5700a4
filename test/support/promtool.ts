import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtOnce } from './built-once';
import { fill } from './folder';
import { go } from './go';

/** What is rendered runs this version, and its promtool runs what is tested. */
export const PROMETHEUS_VERSION = '3.7.3';

const MODULE = 'github.com/prometheus/prometheus';
const SOURCES = path.resolve('test/support/promtool');
const FILES = ['go.mod', 'go.sum'];

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
  try {
    return { program: builtOnce({ name: 'promtool', sources: SOURCES, files: FILES, build }), isRendered: true };
  } catch (error) {
    return { program: inItsPlace((error as Error).message), isRendered: false };
  }
}

/** Another version, with a loud line; undefined where there is none either. */
function inItsPlace(problem: string): string | undefined {
  const other = ofTheMachine();
  if (other !== undefined) {
    const { stdout, stderr } = spawnSync(other, ['--version'], { encoding: 'utf8' });
    const version = /version (\S+)/.exec(stdout + stderr)?.[1] ?? 'of no version';
    process.stderr.write(`NOT AS RENDERED: rules are run by promtool ${version}, and not by that of ${PROMETHEUS_VERSION}, which could not be built: ${problem}\n`);
  }
  return other;
}

function ofTheMachine(): string | undefined {
  if (spawnSync('promtool', ['--version']).status === 0) {
    return 'promtool';
  }
  const file = path.join(CACHE, 'prometheus/usr/bin/promtool');
  return existsSync(file) || unpack('prometheus') ? file : undefined;
}

/** It is built from its own sources, but for what finds targets in clouds: that would make most of the build, and nothing here asks for it. */
function build(target: string): void {
  const place = mkdtempSync(`${target}-sources-`);
  try {
    fill(place, Object.fromEntries(FILES.map(file => [file, readFileSync(path.join(SOURCES, file), 'utf8')])));
    go(place, 'mod', 'download', MODULE);
    const sources = path.join(go(place, 'list', '-m', '-f', '{{.Dir}}', MODULE).trim(), 'cmd/promtool');
    const files = readdirSync(sources).filter(file => file.endsWith('.go') && !file.endsWith('_test.go'));
    fill(place, Object.fromEntries(files.map(file => [file, readFileSync(path.join(sources, file), 'utf8').replace(/^.*"github.com\/prometheus\/prometheus\/plugins".*\n/m, '')])));
    go(place, 'build', '-trimpath', `-ldflags=-s -w -X github.com/prometheus/common/version.Version=${PROMETHEUS_VERSION}`, '-o', target, '.');
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
