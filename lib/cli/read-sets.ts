import path from 'node:path';
import { wholeSet } from '../inspect/mesh/input-resources';
import type { ObjectSet } from '../inspect/mesh/object-set';
import { readInput } from '../inspect/model/input';
import { printable } from '../inspect/report/printable';
import { SchemaStore } from '../inspect/schema/schema-store';
import { CliError } from './cli-error';
import { environmentSets } from './environment-sets';
import { FileFlags, inputFilesAt } from './input-files';
import { partOf } from './judged-sets';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** How commands that look at a set as a whole are told of their input. */
export interface InputFlags extends FileFlags {
  readonly defaultNamespace: string;
}

/** Sets, and why files that were found could not be read. */
export interface ReadSets {
  readonly sets: readonly EnvironmentSet[];
  readonly failures: readonly CliError[];
}

/** The objects of an environment that an app has published, or all that was read. */
export interface EnvironmentSet {
  readonly folder?: string;
  readonly set: ObjectSet;
}

/**
 * Reads what the paths name, each environment for itself, as `check` does. What cannot be read is noted: `check` says more of it.
 *
 * @throws CliError when nothing is named, or something that is named does not exist.
 */
export async function readSets(command: string, paths: readonly string[], flags: InputFlags, terminal: Terminal): Promise<ReadSets> {
  if (paths.length === 0) {
    throw new CliError(`${command}: no input: name files, folders, or - for stdin`);
  }
  const { files, failures, notes } = await inputFilesAt(paths, flags, terminal);
  const environments = environmentSets(files);
  const input = readInput([...new Set(environments.flatMap(environment => environment.files))]);
  const broken = input.problems.map(({ document }) => document.file.name);
  [...failures.map(({ message }) => message), ...notes, ...[...new Set(broken)].map(file => `${file}: part of it cannot be read; run cdk8s-mesh check to see why`)]
    .forEach(note => terminal.note(`${tool.name}: ${note}`));
  const rules = { schemas: SchemaStore.at(SCHEMAS), defaultNamespace: flags.defaultNamespace };
  const sets = environments.map(environment => {
    const { folder, assumed } = environment;
    const part = environments.length === 1 ? input : partOf(input, environment);
    return { folder, set: wholeSet(part, rules, { complete: false, assumed }) };
  });
  return { sets, failures };
}

const SCHEMAS = path.join(__dirname, '../../imports/schemas');

/** Environments in JSON: what is told of the only one, or of each by its folder. */
export function byEnvironment<T extends object>(told: ReadonlyArray<readonly [environment: EnvironmentSet, content: T]>): object {
  return told.length === 1 ? told[0][1] : { environments: Object.fromEntries(told.map(([{ folder }, content]) => [folder, content])) };
}

/** Environments as text, below their folders where there are several. */
export function textByEnvironment(told: ReadonlyArray<readonly [environment: EnvironmentSet, text: string]>): string {
  return told.length === 1 ? told[0][1] : told.map(([{ folder = '' }, text]) => `== ${printable(folder)}\n\n${text}`).join('\n');
}
