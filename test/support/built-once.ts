import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A program that tests run, and what it is built from. */
export interface BuiltProgram {
  readonly name: string;
  readonly sources: string;
  /** those of the files there of which a change is another program */
  readonly files: readonly string[];
  /** Builds it as a file. @throws why it cannot be built */
  readonly build: (target: string) => void;
}

/**
 * The path of a program that is built once for a machine. One process builds, and the others wait for it: to build side by side would take as much
 * longer.
 *
 * @throws what building throws
 */
export function builtOnce({ name, sources, files, build }: BuiltProgram): string {
  const hash = createHash('sha256').update(files.map(file => readFileSync(path.join(sources, file), 'utf8')).join('\0')).digest('hex').slice(0, 16);
  const folder = path.join(tmpdir(), `cdk8s-mesh-${name}-${hash}`);
  const [program, half, lock] = [name, `${name}-${process.pid}`, 'building'].map(file => path.join(folder, file));
  mkdirSync(folder, { recursive: true });
  while (!existsSync(program)) {
    if (taken(lock)) {
      try {
        if (!existsSync(program)) {
          build(half);
          renameSync(half, program);
        }
      } finally {
        rmSync(lock, { force: true });
      }
    } else {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  return program;
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
