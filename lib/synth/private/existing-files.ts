import { Dirent, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { codeOf, onFile } from './file-error';

/** A file, a folder or something else that stands below an output folder. */
export interface ExistingFile {
  /** Path below the folder, as the disk spells it: a disk that ignores case may spell it otherwise than who asks. */
  readonly path: string;
  readonly entry: Dirent;
}

/** What stands below an output folder. Each folder is read once, and only when something in it is asked for. */
export class ExistingFiles {
  private readonly lists = new Map<string, FolderList>();

  constructor(private readonly folder: string) {}

  /**
   * What stands at a path below the folder; undefined when there is nothing.
   *
   * @throws when the way to it leads over a symbolic link or a file.
   */
  public find(file: string): ExistingFile | undefined {
    const { base, dir } = path.posix.parse(file);
    const list = this.list(dir);
    const found = list.entries.get(base) ?? list.twins(base).find(() => exists(path.join(this.folder, file)));
    return found && { path: path.posix.join(list.dir, found.name), entry: found };
  }

  /** Paths beside a file that differ from it by case only. */
  public twins(file: string): string[] {
    const { base, dir } = path.posix.parse(file);
    const list = this.list(dir);
    return list.twins(base).map(({ name }) => path.posix.join(list.dir, name));
  }

  private list(dir: string): FolderList {
    let list = this.lists.get(dir);
    if (list === undefined) {
      list = this.read(dir);
      this.lists.set(dir, list);
    }
    return list;
  }

  private read(dir: string): FolderList {
    if (dir === '') {
      return isFolder(this.folder) ? readFolder(this.folder, '') : NO_FOLDER;
    }
    const found = this.find(dir);
    if (found === undefined) {
      return NO_FOLDER;
    }
    requireFolder(path.join(this.folder, found.path), found.entry);
    return readFolder(this.folder, found.path);
  }
}

/**
 * Whether a path leads to a folder; false when there is nothing.
 *
 * @throws when something else stands there, such as a symbolic link.
 */
export function isFolder(folder: string): boolean {
  const stats = onFile(folder, 'read', () => lstatSync(folder, { throwIfNoEntry: false }));
  if (stats !== undefined) {
    requireFolder(folder, stats);
  }
  return stats !== undefined;
}

class FolderList {
  public readonly entries: ReadonlyMap<string, Dirent>;
  private readonly folded = new Map<string, Dirent[]>();

  /** @param dir path of the folder, as the disk spells it */
  constructor(public readonly dir: string, entries: readonly Dirent[]) {
    this.entries = new Map(entries.map(entry => [entry.name, entry]));
    for (const entry of entries) {
      const key = entry.name.toLowerCase();
      this.folded.set(key, [...this.folded.get(key) ?? [], entry]);
    }
  }

  /** What has the same name but for its case. */
  public twins(name: string): Dirent[] {
    return this.folded.get(name.toLowerCase())?.filter(entry => entry.name !== name) ?? [];
  }
}

const NO_FOLDER = new FolderList('', []);

function readFolder(root: string, dir: string): FolderList {
  const folder = path.join(root, dir);
  return new FolderList(dir, onFile(folder, 'read', () => readdirSync(folder, { withFileTypes: true })));
}

function requireFolder(folder: string, found: Pick<Dirent, 'isDirectory' | 'isSymbolicLink'>): void {
  if (found.isSymbolicLink()) {
    throw new Error(`${folder}: is a symbolic link, but expected a folder: its target may belong to something else. Replace the link with a folder, or use its target as the output folder.`);
  }
  if (!found.isDirectory()) {
    throw new Error(`${folder}: is a file, but expected a folder. Move it away, or choose another output folder.`);
  }
}

function exists(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === undefined) {
      throw error;
    }
    return false;
  }
}
