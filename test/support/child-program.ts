import { ChildProcess, spawn, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

/** How a child process ended, and what it printed. */
export interface ChildResult {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A TypeScript program of the tests, built into one file with all that it imports, so that a child process starts fast. */
export class ChildProgram {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-test-program-'));
  private readonly file = path.join(this.folder, 'program.cjs');

  /** Call it at the top level of a test file; what is built is removed at the end. */
  constructor(source: string) {
    buildSync({ entryPoints: [source], outfile: this.file, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    // mkdtemp keeps other users out, and a child may be another's.
    chmodSync(this.folder, 0o755);
    afterAll(() => rmSync(this.folder, { recursive: true }));
  }

  public start(args: readonly string[], options: SpawnOptions = {}): ChildProcess {
    return spawn(process.execPath, [this.file, ...args], options);
  }

  public async run(args: readonly string[], options: SpawnOptions = {}): Promise<ChildResult> {
    const child = this.start(args, options);
    const output = { stdout: '', stderr: '' };
    child.stdout?.on('data', data => output.stdout += data);
    child.stderr?.on('data', data => output.stderr += data);
    const [code, signal] = await once(child, 'close') as [number | null, string | null];
    return { code, signal, ...output };
  }
}
