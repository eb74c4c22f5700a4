import { rmSync } from 'node:fs';
import { codeOf, FileError } from './file-error';

/** Removes a file or folder that only served this run. Where that is refused it stays, since the next run removes it before it begins. */
export function removeLeftOver(file: string): void {
  unlessRefused(() => rmSync(file, { recursive: true, force: true }));
}

/** Takes a step that only tidies up, so that the run goes on when the file system refuses it. */
export function unlessRefused(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (codeOf(error) === undefined && !(error instanceof FileError)) {
      throw error;
    }
  }
}
