import path from 'node:path';
import { resourcesIn, setOf } from '../inspect/mesh/input-resources';
import type { ObjectSet } from '../inspect/mesh/object-set';
import { readInput } from '../inspect/model/input';
import { SchemaStore } from '../inspect/schema/schema-store';
import { CliError } from './cli-error';
import { inputFilesAt } from './input-files';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** How commands that look at a set as a whole are told of their input. */
export interface InputFlags {
  readonly defaultNamespace: string;
  readonly stdinFilename: string;
}

/** A set, and why files that were found could not be read. */
export interface ReadSet {
  readonly set: ObjectSet;
  readonly failures: readonly CliError[];
}

/**
 * Reads what the paths name as one set. What cannot be read is noted: `check` says more of it.
 *
 * @throws CliError when nothing is named, or something that is named does not exist.
 */
export async function readSet(command: string, paths: readonly string[], flags: InputFlags, terminal: Terminal): Promise<ReadSet> {
  if (paths.length === 0) {
    throw new CliError(`${command}: nothing is named: name files, folders, or - for stdin`);
  }
  const { files, failures } = await inputFilesAt(paths, flags.stdinFilename, terminal);
  const input = readInput(files);
  const broken = input.problems.map(({ document }) => document.file.name);
  [...failures.map(({ message }) => message), ...[...new Set(broken)].map(file => `${file}: a part of it cannot be read; cdk8s-mesh check says why`)]
    .forEach(note => terminal.note(`${tool.name}: ${note}`));
  const documents = resourcesIn(input, { schemas: SchemaStore.at(SCHEMAS), defaultNamespace: flags.defaultNamespace });
  return { set: setOf(input, documents, { complete: false, assumed: [] }), failures };
}

const SCHEMAS = path.join(__dirname, '../../imports/schemas');
