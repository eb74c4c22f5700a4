import { lstatSync, readFileSync, rmSync, Stats } from 'node:fs';
import { codeOf, onFile } from './file-error';
import { createFilled } from './filled-file';
import { unlessRefused } from './left-over';
import { isRunning, RunningProcess, thisProcess } from './running-process';

/** When the lock of a process that cannot be asked counts as left behind, in milliseconds since it was written. */
export interface LockAges {
  /** That of another machine: publishing takes seconds. */
  readonly foreign: number;
  /** One that names nobody: it is filled right after its creation, if not in one step with it. */
  readonly blank: number;
}

// Asked once, since a machine may get another name while the process runs.
const SELF = thisProcess();
const CONTENT = JSON.stringify(SELF);

/** A file that says which process has the right to something. */
export class LockFile {
  private seen?: { readonly stamp: string; readonly since: number };

  constructor(public readonly path: string, private readonly ages: LockAges) {}

  /** Takes the lock for this process; false when there is one already, or when its folder has just been removed. */
  public take(): boolean {
    if (this.read() !== undefined) {
      return false;
    }
    const isCreated = onFile(this.path, 'written', () => createFilled(this.path, CONTENT));
    // A process that was halted while the file was empty may have lost the lock, since it looked as if it was left behind.
    return isCreated && this.isOurs();
  }

  /** Gives the lock back. One that another process has taken stays: this one was halted for so long that its own counted as left behind. */
  public release(): void {
    unlessRefused(() => {
      if (this.isOurs()) {
        this.remove();
      }
    });
  }

  /**
   * Whether the process that the lock names has ended, as far as one can know; false when there is no lock.
   *
   * @throws when something that cannot be a lock has its name; the message says what to do.
   */
  public isLeftBehind(): boolean {
    const found = this.read();
    if (found === undefined) {
      return false;
    }
    const holder = parse(found.text);
    if (holder === undefined) {
      return found.age > this.ages.blank;
    }
    const { host, space } = SELF;
    return holder.host === host && holder.space === space ? !isRunning(holder) : found.age > this.ages.foreign;
  }

  public removeIfLeftBehind(): void {
    if (this.isLeftBehind()) {
      this.remove();
    }
  }

  /** Who holds it, in words. */
  public get holder(): string {
    const holder = parse(this.read()?.text ?? '');
    return holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  }

  private isOurs(): boolean {
    return this.read()?.text === CONTENT;
  }

  private remove(): void {
    onFile(this.path, 'removed', () => rmSync(this.path, { force: true }));
  }

  private read(): { readonly text: string; readonly age: number } | undefined {
    return onFile(this.path, 'read', () => {
      try {
        const stats = lstatSync(this.path);
        const text = this.textOf(stats);
        return { text, age: this.ageOf(stats, text) };
      } catch (error) {
        if (codeOf(error) === 'ENOENT') {
          return undefined;
        }
        throw error;
      }
    });
  }

  private textOf(stats: Stats): string {
    if (stats.isSymbolicLink()) {
      // We never make one, so it names nobody, wherever it leads.
      return '';
    }
    if (!stats.isFile()) {
      throw new Error(`${this.path}: is not a file, but expected a lock file. Move it away, or choose another output folder.`);
    }
    return readFileSync(this.path, 'utf8');
  }

  /** How long the lock has been as it is: the clock that dated it may be ahead, so what this process has seen of it counts, too. */
  private ageOf({ mtimeMs }: Stats, text: string): number {
    const [stamp, now] = [`${mtimeMs} ${text}`, performance.now()];
    if (this.seen?.stamp !== stamp) {
      this.seen = { stamp, since: now };
    }
    return Math.max(Date.now() - mtimeMs, now - this.seen.since);
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
