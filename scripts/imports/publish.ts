import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LOCK_FILE, readLock } from './lock';

/**
 * Writes the files into the folder and removes those that only the previous lock names; files of others stay. The lock comes last, so
 * a run that was cut off is seen as a stale lock.
 */
export function publish(folder: string, files: ReadonlyMap<string, string>): void {
  for (const file of Object.keys(readLock(folder)?.outputs ?? {})) {
    if (!files.has(file)) {
      rmSync(path.join(folder, file), { force: true });
    }
  }
  const lockLast = [...files].sort(([a], [b]) => Number(a === LOCK_FILE) - Number(b === LOCK_FILE));
  for (const [file, text] of lockLast) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}
