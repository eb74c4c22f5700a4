import { Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { SourceFile } from '../inspect/model/source-file';
import { nearest } from '../inspect/nearest';
import { CliError } from './cli-error';
import { Exclusions } from './exclusions';
import type { Terminal } from './terminal';

/** How commands are told which files they read. */
export interface FileFlags {
  /** Globs of files and folders that are left out. */
  readonly exclude: readonly string[];
  readonly stdinFilename: string;
}

/** The files that were read, and why others that were found below a folder could not be. */
export interface InputFiles {
  readonly files: readonly SourceFile[];
  readonly failures: readonly CliError[];
  /** What is to be said of globs that left out nothing. */
  readonly notes: readonly string[];
}

/**
 * Reads the files that are named, and those below the folders that are named, each once, however many links lead to it. A file is called as it
 * was given, or by the name of the folder as it was given and its place in there.
 *
 * @throws CliError when something that is named does not exist or cannot be read.
 */
export function readInputFiles(paths: readonly string[], exclude: readonly string[] = []): InputFiles {
  const exclusions = new Exclusions(exclude);
  const reading = new Reading(exclusions);
  paths.forEach(place => reading.read(place));
  const { files, failures } = reading;
  return { files, failures, notes: exclusions.notes };
}

/** Reads what a command line names; `-` is stdin, under the name that it shall have. */
export async function inputFilesAt(paths: readonly string[], { exclude, stdinFilename }: FileFlags, terminal: Terminal): Promise<InputFiles> {
  const { files, failures, notes } = readInputFiles(paths.filter(place => place !== STDIN), exclude);
  const stdin = paths.includes(STDIN) ? [SourceFile.decode(stdinFilename, await terminal.readStdin())] : [];
  return { files: [...files, ...stdin], failures, notes };
}

const STDIN = '-';

const MANIFEST = /\.(?:ya?ml|json)$|^Kustomization$/;
const NEVER_MANIFESTS: ReadonlySet<string> = new Set(['.git', 'node_modules']);

class Reading {
  public readonly files: SourceFile[] = [];
  public readonly failures: CliError[] = [];
  private readonly known = new Set<string>();

  constructor(private readonly exclusions: Exclusions) {}

  /** Reads what is named. */
  public read(place: string): void {
    if (this.exclusions.leaveOut(place)) {
      return;
    }
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
      const mayHold = entry.isDirectory() ? !NEVER_MANIFESTS.has(entry.name) : MANIFEST.test(entry.name);
      if (mayHold && !this.exclusions.leaveOut(place)) {
        this.keepFailure(() => this.readFound(place, entry));
      }
    }
  }

  /** A pipe or device is only read when it is named: what was found may never end. */
  private readFound(place: string, entry: Dirent): void {
    if (entry.isDirectory()) {
      this.readFolder(place);
    } else if (entry.isFile() || (entry.isSymbolicLink() && mayBeRead(place))) {
      this.readFile(place);
    }
  }

  private readFile(place: string): void {
    const real = realPath(place);
    if (!this.known.has(real)) {
      this.known.add(real);
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

/** Whether a link leads to a file, or to a folder, of which something is to be said. */
function mayBeRead(place: string): boolean {
  const target = onDisk(place, () => statSync(place));
  return target.isFile() || target.isDirectory();
}

/** What a pipe or an open file is called in /dev is no place that leads anywhere. */
function realPath(place: string): string {
  try {
    return realpathSync.native(place);
  } catch {
    return path.resolve(place);
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
      return isLink(place) ? 'is a broken symbolic link: fix it, or remove it' : `no such file or folder${suggestion(place)}`;
    case 'EISDIR':
      return 'is a link to a folder, which is followed only if named: name it too, or rename it';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied: change its permissions, or run as a user who can read it';
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
