import path from 'node:path';
import type { Companion } from '../../mesh/private/runbook/companions';
import { isFilePath } from './file-name';
import { yamlText } from './yaml-text';

/** A file that somebody wants to have beside the objects. */
export interface CompanionWish {
  /** path of the construct */
  readonly owner: string;
  readonly companion: Companion;
}

/**
 * The files that constructs of one folder want to have beside their objects: path to text. Asks for the texts, so it comes after all
 * validations.
 *
 * @param objectFiles paths of the files with objects
 * @throws when a path leads elsewhere, when two would share a file, and when `kubectl apply -f` would read what is no object
 */
export function companionFiles(wishes: readonly CompanionWish[], objectFiles: Iterable<string>): Map<string, string> {
  const places = new Places(objectFiles);
  const files = new Map<string, string>();
  for (const { owner, companion } of wishes) {
    const content = companion.content();
    if (content !== undefined) {
      places.take(companion.path, owner);
      files.set(companion.path, typeof content === 'string' ? content : yamlText([content]));
    }
  }
  return files;
}

/** What is taken below a folder: files, and the folders that they lie in. Names that differ by case only are one, wherever it runs. */
class Places {
  private readonly files = new Map<string, string>();
  private readonly folders = new Map<string, string>();
  private readonly foldersOfObjects = new Set<string>(['.']);

  constructor(objectFiles: Iterable<string>) {
    for (const file of objectFiles) {
      this.note(file, `the file ${file} with objects`);
      this.foldersOfObjects.add(path.posix.dirname(file.toLowerCase()));
    }
  }

  public take(file: string, owner: string): void {
    if (!isFilePath(file)) {
      throw new Error(`${owner}: ${JSON.stringify(file)} is not a valid path below the output folder. Use names of letters, digits, ".", "_" and "-", separated by "/".`);
    }
    this.requireFree(file, owner);
    if (OBJECTS.test(file) && this.foldersOfObjects.has(path.posix.dirname(file.toLowerCase()))) {
      throw new Error(`${owner}: would write ${file}, which is not a Kubernetes object, into a folder that kubectl apply -f reads. Put it into its own folder, such as "install/${path.posix.basename(file)}".`);
    }
    this.note(file, owner);
  }

  private requireFree(file: string, owner: string): void {
    const key = file.toLowerCase();
    const above = foldersAbove(key).find(folder => this.files.has(folder));
    const other = this.files.get(above ?? key) ?? this.folders.get(key);
    if (other !== undefined) {
      throw new Error(`${owner}: would write ${file}, which conflicts with ${other}. Rename one of the two.`);
    }
  }

  private note(file: string, owner: string): void {
    const key = file.toLowerCase();
    this.files.set(key, owner);
    foldersAbove(key).forEach(folder => this.folders.set(folder, owner));
  }
}

/** What `kubectl apply -f` reads in a folder. */
const OBJECTS = /\.(?:json|ya?ml)$/i;

function foldersAbove(file: string): string[] {
  return file.split('/').slice(0, -1).map((_, index, names) => names.slice(0, index + 1).join('/'));
}
