import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InputFile } from './input-files';
import { Lock, LOCK_FILE, readLock, sha256 } from './lock';

const REPAIR = 'run npm run imports';

/** What the lock is compared with, besides the files of its own folder. */
export interface Surroundings {
  readonly generators: Readonly<Record<string, string>>;
  /** the inputs, where they are at hand */
  readonly inputs?: readonly InputFile[];
}

/** Why a folder of imports is not what its lock says, a plain sentence each; empty when all is well. */
export function staleness(folder: string, { generators, inputs }: Surroundings): readonly string[] {
  const lock = readLock(folder);
  if (lock === undefined) {
    return [`${LOCK_FILE} is missing or cannot be read: ${REPAIR}`];
  }
  return [
    ...changes(lock.generators, generators).map(({ name, before, now }) =>
      `${name} is ${now ?? 'not installed'}, the lock was made with ${before ?? 'none'}: ${REPAIR}`),
    ...inputs === undefined ? [] : changedInputs(lock, inputs),
    ...changes(lock.outputs, hashesOf(folder)).map(({ name, before, now }) => outputProblem(name, before, now)),
  ];
}

function changedInputs(lock: Lock, inputs: readonly InputFile[]): readonly string[] {
  const before = Object.fromEntries(Object.entries(lock.sources).map(([name, source]) => [name, source.sha256]));
  const now = Object.fromEntries(inputs.map(({ name, text }) => [name, sha256(text)]));
  return changes(before, now).map(({ name }) => `the input ${name} is not the one that the lock was made from: ${REPAIR}`);
}

function outputProblem(name: string, before: string | undefined, now: string | undefined): string {
  if (before === undefined) {
    return `${name} is not in the lock: move it elsewhere, generated files are alone here`;
  }
  return now === undefined ? `${name} is missing: ${REPAIR}` : `${name} is not as it was generated, and is never edited: ${REPAIR}`;
}

interface Change {
  readonly name: string;
  readonly before?: string;
  readonly now?: string;
}

function changes(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): readonly Change[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].sort().filter(name => before[name] !== now[name]).map(name => ({ name, before: before[name], now: now[name] }));
}

function hashesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return Object.fromEntries(files
    .filter(file => file !== LOCK_FILE)
    .map(file => [file, sha256(readFileSync(path.join(folder, file), 'utf8'))]));
}
