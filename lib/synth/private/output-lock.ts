import { writeSync } from 'node:fs';
import path from 'node:path';
import { createFolder } from './created-folder';
import { removeDrafts } from './filled-file';
import { unlessRefused } from './left-over';
import { LockAges, LockFile } from './lock-file';

/** The file in an output folder that says which process publishes to it. */
export const OUTPUT_LOCK = '.cdk8s-mesh.lock';

/** How long to wait, in milliseconds. */
export interface LockTimes extends LockAges {
  /** Until a line says what is waited for. */
  readonly silence: number;
  /** Until waiting ends with an error. */
  readonly patience: number;
}

const TIMES: LockTimes = { silence: 1000, patience: 90_000, foreign: 60_000, blank: 500 };
const PAUSE = 20;

/**
 * Does the work while no other process publishes to the folder; waits until that is so, and says so on stderr when it takes long. The lock
 * of a process that was killed does not count. The folder is there meanwhile, and where it was not before, it stays if the work has put
 * something into it.
 *
 * @throws when another process holds the lock for too long; the message says which, and what to do.
 */
export function whileLocked<T>(folder: string, work: () => T, times: LockTimes = TIMES): T {
  const [lock, guard] = ['', '.break'].map(extension => new LockFile(path.join(folder, OUTPUT_LOCK + extension), times));
  const takeBack = acquire(folder, lock, guard, times);
  try {
    removeDrafts(lock.path);
    unlessRefused(() => guard.removeIfLeftBehind());
    return work();
  } finally {
    lock.release();
    takeBack();
  }
}

function acquire(folder: string, lock: LockFile, guard: LockFile, times: LockTimes): () => void {
  const waiting = new Waiting(lock, times);
  for (;;) {
    const takeBack = createFolder(folder);
    if (lock.take()) {
      return takeBack;
    }
    if (!lock.isLeftBehind() || !removeGuarded(lock, guard)) {
      waiting.pause();
    }
  }
}

/**
 * Removes a lock that was left behind. Several processes may find it at once, and the last of them would remove the lock that the first
 * has taken by then; so a second lock lets in one at a time, and that one looks again. Gives whether this process was let in.
 */
function removeGuarded(lock: LockFile, guard: LockFile): boolean {
  if (!guard.take()) {
    guard.removeIfLeftBehind();
    return false;
  }
  try {
    lock.removeIfLeftBehind();
  } finally {
    guard.release();
  }
  return true;
}

/** Waits for a lock: first in silence, then after a word, at last no more. */
class Waiting {
  private readonly start = performance.now();
  private isTold = false;

  constructor(private readonly lock: LockFile, private readonly times: LockTimes) {}

  /** @throws when the patience is at its end. */
  public pause(): void {
    const { lock, times } = this;
    const waited = performance.now() - this.start;
    if (waited > times.patience) {
      throw new Error(`${lock.path}: ${lock.holder} is writing to this folder and has not finished within ${times.patience / 1000} s. Run again when it has finished; if there is no such process, delete this file.`);
    }
    if (waited > times.silence && !this.isTold) {
      this.isTold = true;
      // At once: a warning of the process would be printed after the wait.
      unlessRefused(() => writeSync(2, `${lock.path}: waiting for ${lock.holder}, which is writing to this folder.\n`));
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
}
