import path from 'node:path';
import { createFolder } from './created-folder';
import { removeLeftOver } from './left-over';
import { LockAges, LockFile } from './lock-file';

/** The file in an output folder that says which process publishes to it. */
export const OUTPUT_LOCK = '.cdk8s-mesh.lock';

/** How long to wait, in milliseconds. */
export interface LockTimes extends LockAges {
  /** Until waiting ends with an error. */
  readonly patience: number;
}

const TIMES: LockTimes = { patience: 90_000, foreign: 60_000, blank: 500 };
const PAUSE = 20;

/**
 * Does the work while no other process publishes to the folder; waits until that is so. The lock of a process that was killed does not
 * count. The folder is there meanwhile, and where it was not before, it stays if the work has put something into it.
 *
 * @throws when another process holds the lock for too long; the message says which, and what to do.
 */
export function whileLocked<T>(folder: string, work: () => T, times: LockTimes = TIMES): T {
  const lock = path.join(folder, OUTPUT_LOCK);
  const takeBack = acquire(folder, lock, times);
  try {
    return work();
  } finally {
    removeLeftOver(lock);
    takeBack();
  }
}

function acquire(folder: string, file: string, times: LockTimes): () => void {
  const [lock, guard] = [file, `${file}.break`].map(each => new LockFile(each, times));
  const start = performance.now();
  for (;;) {
    const takeBack = createFolder(folder);
    if (lock.take()) {
      removeLeftOver(guard.path);
      return takeBack;
    }
    if (lock.isLeftBehind() && removeGuarded(lock, guard)) {
      continue;
    }
    if (performance.now() - start > times.patience) {
      throw new Error(`${file}: ${lock.holder} publishes to this folder, and has not ended within ${times.patience / 1000} s. Run again when it has; if there is no such process, delete this file.`);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
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
    removeLeftOver(guard.path);
  }
  return true;
}
