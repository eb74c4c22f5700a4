import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What `npm pack` made. */
export interface PackedPackage {
  /** the tarball */
  readonly file: string;
  /** bytes of the tarball */
  readonly size: number;
  readonly files: ReadonlyArray<{ readonly path: string; readonly size: number }>;
  readonly bundled: readonly string[];
}

/**
 * Packs the library as jsii compiled it last. Nothing is built here: `npm test` runs jsii first.
 *
 * @throws when jsii has not seen the sources as they are.
 */
export function packPackage(destination: string): PackedPackage {
  const problem = buildProblem();
  if (problem !== undefined) {
    throw new Error(`${problem}: run npm run build:lib, then this test again`);
  }
  const { stdout, stderr } = spawnSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', destination], { encoding: 'utf8' });
  if (!stdout.startsWith('[')) {
    throw new Error(`npm pack fails:\n${stdout}${stderr}`);
  }
  const [{ filename, size, files, bundled }] = JSON.parse(stdout);
  return { file: path.join(destination, filename), size, files, bundled };
}

/** Why build/ is not what jsii would write now. It writes its assembly, .jsii, anew each time, but only those outputs that change. */
function buildProblem(): string | undefined {
  if (!existsSync('.jsii') || !existsSync('build/lib/index.js')) {
    return 'the library is not built';
  }
  const built = statSync('.jsii').mtimeMs;
  const newer = librarySources().find(file => statSync(file).mtimeMs > built);
  return newer === undefined ? undefined : `${newer} is newer than the built library`;
}

/** What the library shares with the program: a table without imports. */
const SHARED: ReadonlySet<string> = new Set(['lib/inspect/mesh/secret-makers.ts']);

/** What jsii compiles: everything but what only the program `cdk8s-mesh` needs, which esbuild bundles. */
export function librarySources(): readonly string[] {
  const files = ['lib', 'imports'].flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => path.posix.join(folder, file)));
  return files.filter(file => file.endsWith('.ts') && (SHARED.has(file) || !/^lib\/(?:cli|inspect|migrate|outlets)\//.test(file))).sort();
}
