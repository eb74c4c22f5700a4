import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import { isFolder } from './existing-files';
import { onFile } from './file-error';
import { Manifest } from './manifest';
import { identityOf } from './object-identity';
import { OWNERSHIP_LIST, readOwnershipList } from './ownership-list';
import { RenderedFolder } from './render-app';

/**
 * Files in an output folder that are not ours and hold objects which are: what a stock `App` left there under its own file names, say.
 * `kubectl apply -f` would apply them along, and an old object might win over the new one.
 */
export function staleCopies(outdir: string, { name, charts }: RenderedFolder): string[] {
  const folder = path.join(outdir, name);
  const foreign = foreignFilesIn(folder);
  if (foreign.length === 0) {
    return [];
  }
  const ours = new Set(charts.flatMap(({ objects }) => objects.map(({ manifest }) => identityOf(manifest))));
  return foreign.filter(file => objectsIn(file).map(identityOf).some(identity => identity !== undefined && ours.has(identity)));
}

/** Those directly in the folder: `kubectl apply -f` looks no deeper. */
function foreignFilesIn(folder: string): string[] {
  if (!isFolder(folder)) {
    return [];
  }
  const entries = onFile(folder, 'read', () => readdirSync(folder, { withFileTypes: true }));
  const files = entries.filter(entry => entry.isFile()).map(({ name }) => name);
  const ours = files.includes(OWNERSHIP_LIST) ? readOwnershipList(folder).files : new Set<string>();
  return files.filter(file => /\.(?:json|ya?ml)$/.test(file) && !ours.has(file)).sort().map(file => path.join(folder, file));
}

/** None when the file is no YAML: then it is none of our business. */
function objectsIn(file: string): Manifest[] {
  const text = onFile(file, 'read', () => readFileSync(file, 'utf8'));
  try {
    return loadAll(text).filter((object): object is Manifest => typeof object === 'object' && object !== null);
  } catch {
    return [];
  }
}
