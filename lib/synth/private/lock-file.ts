import { closeSync, openSync, readFileSync, rmSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { codeOf, onFile } from './file-error';
import { isRunning, RunningProcess, thisProcess } from './running-process';

/** When the lock of a process that cannot be asked counts as left behind, in milliseconds since it was written. */
export interface LockAges {
  /** That of another machine: publishing takes seconds. */
  readonly foreign: number;
  /** One that names nobody: it is filled right after its creation. */
  readonly blank: number;
}

/** A file that says which process has the right to something. */
export class LockFile {
  constructor(public readonly path: string, private readonly ages: LockAges) {}

  /** Takes the lock for this process; false when there is one already, or when its folder has just been removed. */
  public take(): boolean {
    const content = JSON.stringify(thisProcess());
    return onFile(this.path, 'written', () => {
      const descriptor = this.open();
      if (descriptor === undefined) {
        return false;
      }
      this.fill(descriptor, content);
      // A process that was halted in between may have lost the lock, since it looked as if it was left behind.
      return this.read()?.text === content;
    });
  }

  /** Whether the process that the lock names has ended, as far as one can know; false when there is no lock. */
  public isLeftBehind(): boolean {
    const found = this.read();
    if (found === undefined) {
      return false;
    }
    const holder = parse(found.text);
    if (holder === undefined) {
      return found.age > this.ages.blank;
    }
    const { host, space } = thisProcess();
    return holder.host === host && holder.space === space ? !isRunning(holder) : found.age > this.ages.foreign;
  }

  public removeIfLeftBehind(): void {
    if (this.isLeftBehind()) {
      onFile(this.path, 'removed', () => rmSync(this.path, { force: true }));
    }
  }

  /** Who holds it, in words. */
  public get holder(): string {
    const holder = parse(this.read()?.text ?? '');
    return holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  }

  private fill(descriptor: number, content: string): void {
    try {
      try {
        writeSync(descriptor, content);
      } finally {
        closeSync(descriptor);
      }
    } catch (error) {
      unlinkSync(this.path);
      throw error;
    }
  }

  /** Undefined when the file exists, or when its folder does not. */
  private open(): number | undefined {
    try {
      return openSync(this.path, 'wx');
    } catch (error) {
      if (['EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) {
        return undefined;
      }
      throw error;
    }
  }

  private read(): { readonly text: string; readonly age: number } | undefined {
    return onFile(this.path, 'read', () => {
      try {
        return { age: Date.now() - statSync(this.path).mtimeMs, text: readFileSync(this.path, 'utf8') };
      } catch (error) {
        if (codeOf(error) === 'ENOENT') {
          return undefined;
        }
        throw error;
      }
    });
  }
}

/** The process that a lock names; undefined where it names nobody: it is being written, or its writer was killed right then. */
function parse(text: string): RunningProcess | undefined {
  try {
    const holder = JSON.parse(text) as RunningProcess;
    // Zero and negative numbers stand for groups of processes.
    return Number.isSafeInteger(holder.pid) && holder.pid > 0 && typeof holder.host === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}
