import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SourceFile } from '../inspect/model/source-file';
import { nearest } from '../inspect/nearest';
import { CliError } from './cli-error';

/**
 * Reads the files that are named, and those below the folders that are named, each once. A file is called as it was given, or by the name
 * of the folder as it was given and its place in there.
 *
 * @throws CliError when something does not exist or cannot be read.
 */
export function readInputFiles(paths: readonly string[]): SourceFile[] {
  const known = new Set<string>();
  return paths.flatMap(filesAt).filter(file => {
    const isNew = !known.has(path.resolve(file));
    known.add(path.resolve(file));
    return isNew;
  }).map(file => SourceFile.decode(slashed(file), onDisk(file, () => readFileSync(file))));
}

const MANIFEST = /\.(?:ya?ml|json)$/;
const NEVER_MANIFESTS: ReadonlySet<string> = new Set(['.git', 'node_modules']);

function filesAt(place: string): string[] {
  return onDisk(place, () => statSync(place)).isDirectory() ? filesBelow(place) : [place];
}

function filesBelow(folder: string): string[] {
  const entries = onDisk(folder, () => readdirSync(folder, { withFileTypes: true }));
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(entry => {
    const place = folder === '.' ? entry.name : `${folder.replace(/\/+$/, '')}/${entry.name}`;
    if (entry.isDirectory()) {
      return NEVER_MANIFESTS.has(entry.name) ? [] : filesBelow(place);
    }
    return MANIFEST.test(entry.name) ? [place] : [];
  });
}

function onDisk<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new CliError(`${place}: ${reasonOf(error as NodeJS.ErrnoException, place)}`, { cause: error });
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException, place: string): string {
  switch (code) {
    case 'ENOENT':
      return `no such file or folder${suggestion(place)}`;
    case 'EACCES':
    case 'EPERM':
      return 'may not be read: change its permissions, or run as somebody who may';
    default:
      return message;
  }
}

function suggestion(place: string): string {
  try {
    const there = readdirSync(path.dirname(place)).filter(name => name !== path.basename(place));
    const [near] = nearest(path.basename(place), there, 1);
    return near === undefined ? '' : `, did you mean ${path.join(path.dirname(place), near)}?`;
  } catch {
    return '';
  }
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}
