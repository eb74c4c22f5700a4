import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SourceFile } from '../inspect/model/source-file';
import { nearest } from '../inspect/nearest';
import { CliError } from './cli-error';
import type { Terminal } from './terminal';

/** The files that were read, and why others that were found below a folder could not be. */
export interface InputFiles {
  readonly files: readonly SourceFile[];
  readonly failures: readonly CliError[];
}

/**
 * Reads the files that are named, and those below the folders that are named, each once. A file is called as it was given, or by the name
 * of the folder as it was given and its place in there.
 *
 * @throws CliError when something that is named does not exist or cannot be read.
 */
export function readInputFiles(paths: readonly string[]): InputFiles {
  const reading = new Reading();
  paths.forEach(place => reading.read(place));
  return reading;
}

/** Reads what a command line names; `-` is stdin, under the name that it shall have. */
export async function inputFilesAt(paths: readonly string[], stdinName: string, terminal: Terminal): Promise<InputFiles> {
  const { files, failures } = readInputFiles(paths.filter(place => place !== STDIN));
  const stdin = paths.includes(STDIN) ? [SourceFile.decode(stdinName, await terminal.readStdin())] : [];
  return { files: [...files, ...stdin], failures };
}

const STDIN = '-';

const MANIFEST = /\.(?:ya?ml|json)$/;
const NEVER_MANIFESTS: ReadonlySet<string> = new Set(['.git', 'node_modules']);

class Reading implements InputFiles {
  public readonly files: SourceFile[] = [];
  public readonly failures: CliError[] = [];
  private readonly known = new Set<string>();

  /** Reads what is named. */
  public read(place: string): void {
    if (onDisk(place, () => statSync(place)).isDirectory()) {
      this.readFolder(place);
    } else {
      this.readFile(place);
    }
  }

  private readFolder(folder: string): void {
    const entries = onDisk(folder, () => readdirSync(folder, { withFileTypes: true }));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const place = folder === '.' ? entry.name : `${folder.replace(/\/+$/, '')}/${entry.name}`;
      if (entry.isDirectory() && !NEVER_MANIFESTS.has(entry.name)) {
        this.keepFailure(() => this.readFolder(place));
      } else if (!entry.isDirectory() && MANIFEST.test(entry.name)) {
        this.keepFailure(() => this.readFile(place));
      }
    }
  }

  private readFile(place: string): void {
    const absolute = path.resolve(place);
    if (!this.known.has(absolute)) {
      this.known.add(absolute);
      this.files.push(SourceFile.decode(slashed(place), onDisk(place, () => readFileSync(place))));
    }
  }

  /** What was found, and not named, costs nothing but itself. */
  private keepFailure(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!CliError.isCliError(error)) {
        throw error;
      }
      this.failures.push(error);
    }
  }
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
      return isLink(place) ? 'is a link to what does not exist: mend it, or remove it' : `no such file or folder${suggestion(place)}`;
    case 'EISDIR':
      return 'is a link to a folder, and only followed when it is named: name it too, or call it otherwise';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read: change its permissions, or run as somebody who may';
    default:
      return message;
  }
}

function isLink(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true;
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
