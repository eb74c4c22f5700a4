import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { codeOf, onFile } from './file-error';

/** Creates a folder with those around it, and gives what takes back the creation: it removes those that are still empty. */
export function createFolder(folder: string): () => void {
  const first = onFile(folder, 'written', () => create(path.resolve(folder)));
  return () => {
    if (first !== undefined) {
      removeEmptyFolders(folder, path.dirname(first));
    }
  };
}

/** Removes a folder and those around it, from the inside out, as long as they are empty and below `stop`. */
export function removeEmptyFolders(folder: string, stop: string): void {
  for (let current = path.resolve(folder); current !== path.resolve(stop); current = path.dirname(current)) {
    if (!removeIfEmpty(current)) {
      return;
    }
  }
}

/** Gives the outermost folder that was created; undefined when there was nothing to create. */
function create(folder: string): string | undefined {
  try {
    // Not with `recursive`, which reports a read-only file system as if something was missing.
    mkdirSync(folder);
    return folder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      const outer = create(path.dirname(folder));
      const own = create(folder);
      return outer ?? own;
    }
    if (codeOf(error) === 'EEXIST' && statSync(folder).isDirectory()) {
      return undefined;
    }
    throw error;
  }
}

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) {
      throw error;
    }
    // One that is gone was empty.
    return code === 'ENOENT';
  }
}
