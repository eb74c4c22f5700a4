import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ImportsError } from './imports-error';

/** A file of CRDs under the name that the lock knows it by: its path below the folder that was given, so it tells nothing of the machine. */
export interface InputFile {
  readonly name: string;
  readonly text: string;
}

/** The YAML and JSON files that the paths name, sorted by name; folders are read with all that is below them. Lines end with LF on every system. */
export function readInputFiles(paths: readonly string[]): readonly InputFile[] {
  const files = new Map<string, string>();
  for (const given of paths) {
    for (const [name, file] of filesAt(given)) {
      const other = files.get(name);
      if (other !== undefined && other !== file) {
        throw new ImportsError(`${file}: the lock would know it as ${name}, like ${other}; give one folder that holds both, or rename one`);
      }
      files.set(name, file);
    }
  }
  return [...files].map(([name, file]) => ({ name, text: readFileSync(file, 'utf8').replaceAll('\r\n', '\n') })).sort(byName);
}

function filesAt(given: string): ReadonlyArray<readonly [name: string, file: string]> {
  const stat = statSync(given, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new ImportsError(`${given}: no such file or folder; give the CRD files, or the folder that holds them`);
  }
  if (!stat.isDirectory()) {
    return [[path.basename(given), path.resolve(given)]];
  }
  const found = readdirSync(given, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:ya?ml|json)$/.test(file));
  if (found.length === 0) {
    throw new ImportsError(`${given}: holds no *.yaml, *.yml or *.json file; give the folder that holds the CRDs`);
  }
  return found.map(file => [file.split(path.sep).join('/'), path.resolve(given, file)]);
}

function byName(a: InputFile, b: InputFile): number {
  return a.name < b.name ? -1 : 1;
}
