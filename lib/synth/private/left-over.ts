import { rmSync } from 'node:fs';
import { codeOf } from './file-error';

/** Removes a file or folder that only served this run. Where that is refused it stays, since the next run removes it before it begins. */
export function removeLeftOver(file: string): void {
  try {
    rmSync(file, { recursive: true, force: true });
  } catch (error) {
    if (codeOf(error) === undefined) {
      throw error;
    }
  }
}
