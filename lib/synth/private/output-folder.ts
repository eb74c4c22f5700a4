import { unlinkSync } from 'node:fs';
import path from 'node:path';
import { createFolder, removeEmptyFolders } from './created-folder';
import { onFile } from './file-error';
import { OWNERSHIP_LIST, OwnershipList, ownershipText } from './ownership-list';
import { allFiles, planPublish, PublishPlan, PublishRequest } from './publish-plan';
import { StagedFile, StagingFolder } from './staging-folder';

/** What became of the files of a folder. */
export interface PublishReport {
  readonly folder: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Checks whether files may be published to a folder. Who calls it holds the lock of the folder until the publish is closed.
 *
 * @throws before anything is written, when a file that is not ours is in the way, and when nothing would be left; the message says which
 * and what to do.
 */
export function preparePublish(request: PublishRequest): PreparedPublish {
  const plan = planPublish(request);
  const kept = request.kept.length > 0 ? plan.list?.provided ?? [] : [];
  return new PreparedPublish(plan, [...allFiles(request).keys(), ...request.kept], new Set([...request.provided, ...kept]));
}

/**
 * A publish in steps, made so that the process may be killed at any moment:
 *
 * - `stage` writes every new text aside. All that needs room on the disk happens here, and no file of the folder changes.
 * - `place` lets the ownership list name the new files too, then moves each file to its place.
 * - `finish` removes what is gone, and takes that off the list last. So a file of ours is on the list for as long as it exists.
 * - `close` removes what was put aside; call it in any case.
 *
 * Who publishes several folders takes each step for all of them: an object may have moved from one to another.
 */
export class PreparedPublish {
  private readonly staging: StagingFolder;
  private readonly staged: StagedFile[] = [];
  private readonly finalText?: string;
  private grownList?: StagedFile;
  private finalList?: StagedFile;

  constructor(private readonly plan: PublishPlan, private readonly files: readonly string[], private readonly provided: ReadonlySet<string>) {
    this.staging = new StagingFolder(plan.folder);
    this.finalText = files.length > 0 ? ownershipText(files, provided) : undefined;
  }

  /** The texts of files with objects that will change, and of all that will be removed, as they are before. */
  public get before(): readonly string[] {
    return this.plan.before;
  }

  /** @throws FileError when the disk is full or may not be written to, say. */
  public stage(): void {
    const { written, list, littered } = this.plan;
    if (written.size === 0 && this.finalText === list?.text && !littered) {
      return;
    }
    this.staging.open();
    written.forEach((text, file) => this.staged.push(this.staging.stage(file, text)));
    this.stageLists();
  }

  /** @throws FileError when the file system refuses half way; the next run ends what this one began. */
  public place(): void {
    this.grownList?.place();
    const folders = new Set([...this.plan.written.keys()].map(file => path.dirname(this.pathOf(file))));
    folders.forEach(createFolder);
    this.staged.forEach(file => file.place());
  }

  /** @throws FileError when the file system refuses half way; the next run ends what this one began. */
  public finish(): PublishReport {
    const { folder, written, unchanged, removed, gone } = this.plan;
    removed.forEach(file => this.remove(file));
    new Set(gone.map(file => path.dirname(this.pathOf(file)))).forEach(parent => removeEmptyFolders(parent, folder));
    this.finalList?.place();
    if (this.finalText === undefined && this.plan.list !== undefined) {
      this.remove(OWNERSHIP_LIST);
    }
    return { folder, written: [...written.keys()], unchanged, removed };
  }

  public close(): void {
    this.staging.close();
  }

  private stageLists(): void {
    const { list } = this.plan;
    const isGrown = this.files.some(file => !list?.files.has(file));
    const grown = isGrown ? this.grownText(list) : list?.text;
    if (isGrown && grown !== undefined) {
      this.grownList = this.staging.stage(OWNERSHIP_LIST, grown);
    }
    if (this.finalText !== undefined && this.finalText !== grown) {
      this.finalList = this.staging.stage(OWNERSHIP_LIST, this.finalText);
    }
  }

  /** What is new, and what the list says now. */
  private grownText(list: OwnershipList | undefined): string {
    return ownershipText(new Set([...this.files, ...list?.files ?? []]), new Set([...this.provided, ...list?.provided ?? []]));
  }

  private remove(file: string): void {
    onFile(this.pathOf(file), 'removed', () => unlinkSync(this.pathOf(file)));
  }

  private pathOf(file: string): string {
    return path.join(this.plan.folder, file);
  }
}
