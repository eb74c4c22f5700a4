import { readFileSync } from 'node:fs';
import path from 'node:path';
import { onFile } from './file-error';
import { isFilePath } from './file-name';

/** The file in an output folder that lists what is ours. */
export const OWNERSHIP_LIST = '.cdk8s-mesh';

/** What the list of a folder says. */
export interface OwnershipList {
  readonly text: string;
  /** The files that are ours, as paths below the folder. */
  readonly files: ReadonlySet<string>;
  /** What these need and do not hold: `Kind namespace/name`. */
  readonly provided: ReadonlySet<string>;
}

/**
 * Reads the list of a folder. A list in which a merge left both sides names the files of
 * both, so that the next run mends it.
 *
 * @throws on a line that is no path of a file that we write: whoever wrote it must not make us remove a file somewhere else.
 */
export function readOwnershipList(folder: string): OwnershipList {
  const list = path.join(folder, OWNERSHIP_LIST);
  const text = onFile(list, 'read', () => readFileSync(list, 'utf8'));
  const files = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    const file = line.trim();
    if (isFilePath(file) && !file.startsWith(PROVIDED)) {
      files.add(file);
    } else if (!SILENT.test(file)) {
      throw new Error(`${list}:${index + 1}: ${JSON.stringify(file)} is not the path of a file that cdk8s-mesh writes. Expected a path below the folder, with "/". Remove the line.`);
    }
  }
  return { text, files, provided: new Set(providedIn(text)) };
}

/** What the files of a list need and do not hold, by its text: `Kind namespace/name`. */
export function providedIn(text: string): string[] {
  return text.split('\n').map(line => line.trim()).filter(line => line.startsWith(PROVIDED)).map(line => line.slice(PROVIDED.length));
}

/**
 * The text of a list: a path a line, sorted, so that two branches merge well.
 *
 * @param provided what the files need and do not hold, `Kind namespace/name`: checks of the folder read it there, beside the objects that are applied
 */
export function ownershipText(files: Iterable<string>, provided: Iterable<string> = []): string {
  return `${[TITLE, ...[...provided].sort().map(one => `${PROVIDED}${one}`), ...[...files].sort()].join('\n')}\n`;
}

const TITLE = '# The files that cdk8s-mesh renders into this folder; it replaces and removes no other. Commit this list along with them.';

/** Begins the line of an object that exists elsewhere; a comment for who looks for files. */
const PROVIDED = '# provided: ';

/** Comments, empty lines, and what git writes between the sides of a conflict. */
const SILENT = /^(?:#.*|<{7} .*|\|{7}.*|={7}|>{7} .*|)$/;
