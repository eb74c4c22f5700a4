import { appendFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { constructMetadata } from './construct-metadata';
import { OWNERSHIP_LIST } from './ownership-list';
import { PreparedPublish, preparePublish } from './output-folder';
import { RenderedFolder } from './render-app';

/** Where and how a rendered app is published. */
export interface PublishOptions {
  /** The folder that the program names. */
  readonly outdir: string;
  /** The folder that `cdk8s synth` reads afterwards; it gets a copy where it is another one. */
  readonly copyTo?: string;
  /** Whether `construct-metadata.json` goes along, for the validation plugins of `cdk8s synth`. */
  readonly recordMetadata: boolean;
  readonly allowEmpty: boolean;
  /** Whether these are all folders of the app, so that a folder of an environment that is not among them belongs to nobody. */
  readonly complete: boolean;
  /** File that gets a line of JSON for each published folder: what was written, left unchanged and removed. */
  readonly reportFile?: string;
}

/**
 * Publishes rendered folders: all checks first, for all folders, then the copy for `cdk8s synth`, and last the output folder itself.
 *
 * @throws before anything is written, when a check refuses; the message says which file or folder, why, and what to do.
 */
export function publishApp(folders: readonly RenderedFolder[], options: PublishOptions): void {
  const { outdir, copyTo, recordMetadata, reportFile } = options;
  const copied = copyTo !== undefined && path.resolve(copyTo) !== path.resolve(outdir);
  const metadataAlong = (yes: boolean): readonly RenderedFolder[] => recordMetadata && yes ? withMetadata(folders) : folders;
  const copy = copied ? prepare(metadataAlong(true), copyTo, true) : [];
  const output = prepare(metadataAlong(!copied), outdir, options.allowEmpty);
  if (copied) {
    // `cdk8s synth` takes a missing folder for a failed app.
    mkdirSync(copyTo, { recursive: true });
  }
  copy.forEach(publish => publish.commit());
  for (const publish of output) {
    const report = publish.commit();
    if (reportFile !== undefined) {
      appendFileSync(reportFile, `${JSON.stringify(report)}\n`);
    }
  }
  if (options.complete) {
    warnOfForgotten(outdir, folders);
  }
}

function prepare(folders: readonly RenderedFolder[], outdir: string, allowEmpty: boolean): PreparedPublish[] {
  const nested = [...new Set([...environmentFoldersIn(outdir), ...folders.map(({ name }) => name)])].filter(name => name !== '');
  return folders.map(({ name, files }) => preparePublish({ folder: path.join(outdir, name), files, allowEmpty, nested: name === '' ? nested : [] }));
}

function withMetadata(folders: readonly RenderedFolder[]): RenderedFolder[] {
  const text = constructMetadata(folders.flatMap(({ charts }) => charts));
  return folders.map(folder => (folder.name === '' ? { ...folder, files: new Map([...folder.files, ['construct-metadata.json', text]]) } : folder));
}

/** An environment that the program no longer creates keeps its folder: its objects may still be deployed from there. */
function warnOfForgotten(outdir: string, folders: readonly RenderedFolder[]): void {
  for (const name of environmentFoldersIn(outdir).filter(found => !folders.some(folder => folder.name === found))) {
    process.emitWarning(`${path.join(outdir, name)} holds files of an environment that this app does not have. Delete the folder when it is gone for good.`, {
      type: 'ForgottenEnvironment',
    });
  }
}

function environmentFoldersIn(outdir: string): string[] {
  if (!existsSync(outdir)) {
    return [];
  }
  return readdirSync(outdir, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(path.join(outdir, entry.name, OWNERSHIP_LIST)))
    .map(entry => entry.name)
    .sort();
}
