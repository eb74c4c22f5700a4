import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createFolder } from './created-folder';
import { onFile } from './file-error';
import { removeLeftOver } from './left-over';

/** The folder inside an output folder in which new files wait. No file in it has a name that `kubectl apply -R` would read. */
export const STAGING_FOLDER = '.cdk8s-mesh.tmp';

/** A file that is written, but not yet in its place. */
export interface StagedFile {
  /** Puts it in its place in one step, whatever stood there. */
  place(): void;
}

/** Where new files wait until all of them are written: near their places, since a file can be moved in one step only within a file system. */
export class StagingFolder {
  private readonly staging: string;
  private takeBack?: () => void;
  private count = 0;

  constructor(private readonly folder: string) {
    this.staging = path.join(folder, STAGING_FOLDER);
  }

  /** Begins with nothing in it, whatever a run that was killed has left there. */
  public open(): void {
    this.takeBack = createFolder(this.folder);
    onFile(this.staging, 'removed', () => rmSync(this.staging, { recursive: true, force: true }));
    onFile(this.staging, 'written', () => mkdirSync(this.staging));
  }

  /** Writes the text of a file of the folder. */
  public stage(file: string, text: string): StagedFile {
    const target = path.join(this.folder, file);
    const staged = path.join(this.staging, String(this.count));
    this.count += 1;
    onFile(target, 'written', () => writeFileSync(staged, text));
    return { place: () => onFile(target, 'written', () => renameSync(staged, target)) };
  }

  /** Removes what still waits, and the output folder too where it was created for nothing. */
  public close(): void {
    if (this.takeBack !== undefined) {
      removeLeftOver(this.staging);
      this.takeBack();
    }
  }
}
