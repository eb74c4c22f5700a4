import { readFileSync } from 'node:fs';
import path from 'node:path';
import { METADATA_FILE } from './construct-metadata';
import { ExistingFile, ExistingFiles, isFolder } from './existing-files';
import { onFile } from './file-error';
import { isFilePath } from './file-name';
import { isRendered } from './is-rendered';
import { unlessRefused } from './left-over';
import { OWNERSHIP_LIST, OwnershipList, readOwnershipList } from './ownership-list';
import { STAGING_FOLDER } from './staging-folder';

/** What is to be published to one folder. */
export interface PublishRequest {
  readonly folder: string;
  /** The files with objects: path below the folder, with `/`, to text. */
  readonly files: ReadonlyMap<string, string>;
  /** The files that go along with them. */
  readonly companions: ReadonlyMap<string, string>;
  /** What they need and do not hold. */
  readonly provided: readonly string[];
  /** Whether files of earlier runs may all be removed when no object is rendered. */
  readonly allowEmpty: boolean;
  /** Files of earlier publishes that stay, though they are not rendered now. */
  readonly kept: readonly string[];
  /** Names of folders directly below that somebody else publishes to. */
  readonly nested: readonly string[];
}

/** All files of a folder, those with objects first. */
export function allFiles({ files, companions }: Pick<PublishRequest, 'files' | 'companions'>): Map<string, string> {
  return new Map([...files, ...companions]);
}

/** What a publish will do; paths are below the folder. */
export interface PublishPlan {
  readonly folder: string;
  readonly written: ReadonlyMap<string, string>;
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Files that the list names and that are not rendered any more, whether they still stand there or not. */
  readonly gone: readonly string[];
  /** The texts of files with objects that change, and of all that are removed, as they are now. */
  readonly before: readonly string[];
  /** What the ownership list says now; undefined when there is none. */
  readonly list?: OwnershipList;
  /** Whether a run that was killed left something behind. */
  readonly littered: boolean;
}

/**
 * Compares what is rendered with what stands in the folder. Reads only.
 *
 * @throws when a file that is not ours is in the way, and when nothing would be left.
 */
export function planPublish(request: PublishRequest): PublishPlan {
  return new Comparison(request).plan();
}

class Comparison {
  private readonly existing: ExistingFiles;
  private readonly list?: OwnershipList;
  private readonly all: ReadonlyMap<string, string>;
  private readonly nested: ReadonlySet<string>;
  private readonly written = new Map<string, string>();
  private readonly unchanged: string[] = [];
  private readonly foreign: string[] = [];
  private readonly before: string[] = [];
  /** What our files are called on the disk. */
  private readonly spellings = new Set<string>();

  constructor(private readonly request: PublishRequest) {
    this.existing = new ExistingFiles(request.folder);
    this.all = allFiles(request);
    this.list = this.findFile(OWNERSHIP_LIST) && readOwnershipList(request.folder);
    this.nested = new Set(request.nested.map(name => name.toLowerCase()));
  }

  public plan(): PublishPlan {
    const { folder, files, kept, allowEmpty } = this.request;
    this.all.forEach((text, file) => this.compare(file, text));
    if (this.foreign.length > 0) {
      throw new Error(foreignFiles(folder, this.foreign));
    }
    const gone = [...this.list?.files ?? []].filter(file => !this.all.has(file) && !kept.includes(file)).sort();
    const removed = gone.filter(file => this.isToRemove(file));
    const objects = removed.filter(file => file !== METADATA_FILE);
    if (files.size === 0 && objects.length > 0 && !allowEmpty) {
      throw new Error(`${folder}: nothing is rendered into this folder itself, so ${counted(objects)} of an earlier run would be removed and none left. If this is intended, run again with CDK8S_MESH_ALLOW_EMPTY=1 (or \`allowEmpty: true\`).`);
    }
    // What cannot be read can still be removed.
    removed.forEach(file => unlessRefused(() => this.before.push(this.read(file).toString())));
    const littered = isFolder(this.pathOf(STAGING_FOLDER));
    return { folder, written: this.written, unchanged: this.unchanged, removed, gone, before: this.before, list: this.list, littered };
  }

  private compare(file: string, text: string): void {
    this.requireOwnPlace(file);
    const found = this.findFile(file);
    if (found === undefined) {
      this.requireNoTwin(file);
      this.written.set(file, text);
      return;
    }
    this.spellings.add(found.path);
    const current = this.read(found.path);
    if (current.equals(Buffer.from(text))) {
      this.unchanged.push(file);
    } else if (this.isListed(file) || this.isListed(found.path) || isRendered(current.toString(), text)) {
      this.written.set(file, text);
      this.noteBefore(file, current);
    } else {
      this.foreign.push(file);
    }
  }

  private noteBefore(file: string, current: Buffer): void {
    if (this.request.files.has(file)) {
      this.before.push(current.toString());
    }
  }

  private isToRemove(file: string): boolean {
    this.requireOwnPlace(file);
    const found = this.findFile(file);
    // On a disk that ignores case, a file that has changed its case only is the new one by now.
    return found !== undefined && !this.spellings.has(found.path);
  }

  private findFile(file: string): ExistingFile | undefined {
    const found = this.existing.find(file);
    if (found !== undefined && !found.entry.isFile()) {
      const what = found.entry.isSymbolicLink() ? 'a symbolic link' : found.entry.isDirectory() ? 'a folder' : 'not a regular file';
      throw new Error(`${this.pathOf(found.path)}: is ${what}, but expected a rendered file. Move it away.`);
    }
    return found;
  }

  private read(file: string): Buffer {
    return onFile(this.pathOf(file), 'read', () => readFileSync(this.pathOf(file)));
  }

  private isListed(file: string): boolean {
    return this.list?.files.has(file) ?? false;
  }

  private requireOwnPlace(file: string): void {
    if (!isFilePath(file)) {
      throw new Error(`${this.request.folder}: ${JSON.stringify(file)} is not the path of a file below this folder.`);
    }
    const [top] = file.split('/', 1);
    if (this.nested.has(top.toLowerCase())) {
      const repair = this.isListed(file)
        ? `Remove the file, and every line that begins with ${top}/ from ${this.pathOf(OWNERSHIP_LIST)}`
        : 'Rename the environment, or the construct that the file is named after';
      throw new Error(`${this.pathOf(file)}: would be written to ${this.request.folder}, but ${this.pathOf(top)} is the folder of an environment. ${repair}.`);
    }
  }

  /** Wherever it runs: the folder may be committed here and checked out on a disk that ignores case. */
  private requireNoTwin(file: string): void {
    const twin = this.existing.twins(file).find(other => !this.isListed(other));
    if (twin !== undefined) {
      throw new Error(`${this.pathOf(file)}: conflicts with ${this.pathOf(twin)}, which is not managed by cdk8s-mesh: on a case-insensitive file system they are the same file. Rename one of the two.`);
    }
  }

  private pathOf(file: string): string {
    return path.join(this.request.folder, file);
  }
}

function foreignFiles(folder: string, files: readonly string[]): string {
  const [first, ...others] = files.map(file => path.join(folder, file));
  const also = others.length === 0 ? '' : ` The same applies to ${others.slice(0, 5).join(', ')}${others.length > 5 ? ` and ${others.length - 5} more` : ''}.`;
  return `${first}: is in the way of a rendered file: it is not managed by cdk8s-mesh (${path.join(folder, OWNERSHIP_LIST)} does not list it), and is not what cdk8s would write for the same objects.${also} Move it away, or add it to the list to have it replaced.`;
}

function counted(files: readonly string[]): string {
  return files.length === 1 ? `the one file (${files[0]})` : `all ${files.length} files (${files[0]} and others)`;
}
