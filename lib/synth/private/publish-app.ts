import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { requireApart } from './apart';
import { constructMetadata, METADATA_FILE } from './construct-metadata';
import { createFolder } from './created-folder';
import { isFolder } from './existing-files';
import { leaving, onFile } from './file-error';
import { PreparedPublish, preparePublish, PublishReport } from './output-folder';
import { whileLocked } from './output-lock';
import { OWNERSHIP_LIST } from './ownership-list';
import { allFiles } from './publish-plan';
import { notePublished, publishedByOthers } from './published-files';
import { realPathOf } from './real-path';
import { removedInUse } from './removed-in-use';
import { RenderedFolder } from './render-app';
import { staleCopies } from './stale-copies';

/** Where and how a rendered app is published. */
export interface PublishOptions {
  /** Stands for the app. */
  readonly app: symbol;
  /** The folder that the program names. */
  readonly outdir: string;
  /** The folder that `cdk8s synth` reads afterwards; it gets a copy where it is another one. */
  readonly copyTo?: string;
  /** Whether `construct-metadata.json` goes along, for the validation plugins of `cdk8s synth`. */
  readonly recordMetadata: boolean;
  readonly allowEmpty: boolean;
  /** Whether these are all folders of the app, so that a folder of an environment that is not among them belongs to nobody. */
  readonly complete: boolean;
  /** File that gets a line of JSON for each published folder: what was written, left unchanged and removed, and of what is warned. */
  readonly reportFile?: string;
}

/**
 * Publishes rendered folders, one process at a time: all checks first, for all folders; then every text is written aside; then the files
 * take their places, in the copy for `cdk8s synth` first; last, what is gone is removed.
 *
 * @throws before any file changes, when a check refuses or the texts find no room; the message says which file or folder, why, and what
 * to do.
 */
export function publishApp(folders: readonly RenderedFolder[], options: PublishOptions): void {
  const { outdir, copyTo, recordMetadata } = options;
  const copied = copyTo !== undefined && realPathOf(copyTo) !== realPathOf(outdir);
  const output = recordMetadata && !copied ? withMetadata(folders) : folders;
  const copy = copied ? copyOf(folders, copyTo, options) : [];
  const progress: Progress = { state: 'No file has been changed.' };
  try {
    if (copied) {
      requireApart(copyTo, outdir, folders.map(({ name }) => name).filter(name => name !== ''));
    }
    const reports = whileAllLocked(copied ? [copyTo, outdir] : [outdir], () => {
      const preparedCopy = copied ? prepare(copy, { ...options, outdir: copyTo, allowEmpty: true }, 'together') : [];
      const prepared = prepare(output, options, 'alone');
      const published = publish([...preparedCopy, ...prepared], progress).slice(copy.length);
      return published.map((report, index) => ({ ...report, warnings: removals(prepared[index], output[index]) }));
    });
    progress.state = 'All files are rendered.';
    finish(reports, options);
    reports.forEach(report => warnOfOtherApp(report, options));
    reports.forEach(warnOfRemovals);
    note(output, outdir, options.app);
    note(copy, copyTo ?? outdir, options.app);
    warnOfCopies(folders, options);
    if (options.complete) {
      warnOfForgotten(folders, options);
    }
  } catch (error) {
    throw leaving(error, progress.state);
  }
}

/** What became of a folder, and what happens to those who apply it as it is now. */
interface FolderReport extends PublishReport {
  readonly warnings: readonly string[];
}

/** In which state an error would leave the files, in words. */
interface Progress {
  state: string;
}

/** Locks the folders in an order that is the same for every process, so that no two wait for each other. */
function whileAllLocked<T>(folders: readonly string[], work: () => T): T {
  const ordered = [...folders].sort((one, other) => (realPathOf(one) < realPathOf(other) ? -1 : 1));
  // Nothing is to be written through a link, not even the lock.
  ordered.forEach(isFolder);
  return ordered.reduceRight((inner, folder) => () => whileLocked(folder, inner), work)();
}

/**
 * @param apps whether the files of other apps of this process stay. In the folder for `cdk8s synth` they do, which holds what one command
 * renders; an output folder holds what one app renders.
 */
function prepare(folders: readonly RenderedFolder[], { app, outdir, allowEmpty }: PublishOptions, apps: 'together' | 'alone'): PreparedPublish[] {
  const environments = [...new Set([...environmentFoldersIn(outdir), ...folders.map(({ name }) => name)])].filter(name => name !== '');
  return folders.map(({ name, files, companions, provided }) => {
    const folder = path.join(outdir, name);
    const kept = apps === 'together' ? publishedByOthers(app, folder).filter(file => !files.has(file) && !companions.has(file)) : [];
    return preparePublish({ folder, files, companions, provided, allowEmpty, nested: name === '' ? environments : [], kept });
  });
}

function publish(prepared: readonly PreparedPublish[], progress: Progress): PublishReport[] {
  try {
    prepared.forEach(each => each.stage());
    progress.state = 'Some files are already new, the others still old; the next run completes the change.';
    prepared.forEach(each => each.place());
    return prepared.map(each => each.finish());
  } finally {
    prepared.forEach(each => each.close());
  }
}

function removals({ before }: PreparedPublish, { charts }: RenderedFolder): string[] {
  return removedInUse(before, charts.flatMap(({ objects }) => objects.map(({ manifest }) => manifest)));
}

function finish(reports: readonly FolderReport[], { copyTo, reportFile }: PublishOptions): void {
  if (copyTo !== undefined) {
    // `cdk8s synth` takes a missing folder for a failed app.
    createFolder(copyTo);
  }
  if (reportFile !== undefined) {
    onFile(reportFile, 'written', () => appendFileSync(reportFile, reports.map(report => `${JSON.stringify(report)}\n`).join('')));
  }
}

function note(folders: readonly RenderedFolder[], root: string, app: symbol): void {
  folders.forEach(folder => notePublished(app, path.join(root, folder.name), allFiles(folder).keys()));
}

/** `cdk8s synth` takes every YAML file for a manifest, whatever folder it lies in. */
function copyOf(folders: readonly RenderedFolder[], copyTo: string, { outdir, recordMetadata }: PublishOptions): readonly RenderedFolder[] {
  const objects = folders.map(folder => ({ ...folder, companions: new Map<string, string>() }));
  // What lies beside the objects is not in the copy, and validation plugins may ask for it.
  return recordMetadata ? withMetadata(objects, path.relative(copyTo, outdir).split(path.sep).join('/')) : objects;
}

function withMetadata(folders: readonly RenderedFolder[], published?: string): RenderedFolder[] {
  const text = constructMetadata(folders, published);
  return folders.map(folder => (folder.name === '' ? { ...folder, companions: new Map([...folder.companions, [METADATA_FILE, text]]) } : folder));
}

/** Nobody expects that one half of a program removes what the other half has just written. */
function warnOfOtherApp({ folder, removed }: PublishReport, { app }: PublishOptions): void {
  const [file, ...more] = publishedByOthers(app, folder).filter(other => removed.includes(other));
  if (file !== undefined) {
    process.emitWarning(`${path.join(folder, file)}${more.length > 0 ? ` and ${more.length} more` : ''}: written by another app of this program, but removed by this one. Give each app its own outdir.`, {
      type: 'SecondApp',
    });
  }
}

function warnOfRemovals({ folder, warnings }: FolderReport): void {
  warnings.forEach(warning => process.emitWarning(`${folder}: ${warning}`, { type: 'RemovedInUse' }));
}

/** They are not ours to remove: somebody may have written them by hand. */
function warnOfCopies(folders: readonly RenderedFolder[], { outdir }: PublishOptions): void {
  for (const file of folders.flatMap(folder => staleCopies(outdir, folder))) {
    process.emitWarning(`${file} is not managed by cdk8s-mesh, but contains objects that this app renders into other files. Delete it, or both will be applied.`, {
      type: 'StaleCopy',
    });
  }
}

/** An environment that the program no longer creates keeps its folder: its objects may still be deployed from there. */
function warnOfForgotten(folders: readonly RenderedFolder[], { outdir, copyTo = outdir }: PublishOptions): void {
  const known = [...folders.map(({ name }) => path.join(outdir, name)), copyTo].map(realPathOf);
  for (const folder of environmentFoldersIn(outdir).map(name => path.join(outdir, name)).filter(found => !known.includes(realPathOf(found)))) {
    process.emitWarning(`${folder} contains files of an environment that this app does not have. Delete the folder if the environment is gone for good.`, {
      type: 'ForgottenEnvironment',
    });
  }
}

function environmentFoldersIn(outdir: string): string[] {
  if (!isFolder(outdir)) {
    return [];
  }
  return onFile(outdir, 'read', () => readdirSync(outdir, { withFileTypes: true }))
    .filter(entry => entry.isDirectory() && existsSync(path.join(outdir, entry.name, OWNERSHIP_LIST)))
    .map(entry => entry.name)
    .sort();
}
