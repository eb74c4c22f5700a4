import type { SourceFile } from '../model/source-file';
import { mendFiles } from './mend-files';
import type { Repair } from './repair';

/** Files that were mended until nothing more could be, and what is found in them then. */
export interface Mended<T> {
  readonly files: readonly SourceFile[];
  readonly checked: T;
  readonly done: readonly Repair[];
  /** What could not be mended. */
  readonly left: readonly Repair[];
}

/**
 * Mends files, judges them again, and so on, until nothing more can be mended: a repair may bring another one to light.
 *
 * @param judge what is found in the files, with the repairs for it
 */
export function mend<T extends { readonly repairs: readonly Repair[] }>(
  files: readonly SourceFile[], judge: (files: readonly SourceFile[]) => T,
): Mended<T> {
  let now = files;
  let checked = judge(now);
  const done: Repair[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const mended = mendFiles(now, checked.repairs);
    if (mended.done.length === 0) {
      return { files: now, checked, done, left: mended.left };
    }
    mended.done.forEach(repair => done.push(repair));
    now = mended.files;
    checked = judge(now);
  }
  return { files: now, checked, done, left: checked.repairs };
}

/** Far more than any repair needs; two that undo each other would go on for ever. */
const MOST_ROUNDS = 10;
