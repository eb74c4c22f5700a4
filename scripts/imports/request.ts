import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ImportsError } from './imports-error';

/** Where the CRDs lie that the project's own imports/ is made from; not in every checkout. */
export const DEFAULT_INPUT = path.join('..', 'shared', 'crds');

const USAGE = 'usage: npm run imports -- [--facts DIR | --no-tables] [--output DIR] PATH...';

/** What imports/ should be made from. */
export interface InputRequest {
  /** files and folders of CRDs */
  readonly paths: readonly string[];
  /** the folder of facts: by default the one beside the folder of the CRDs */
  readonly facts: string;
  /** whether schema tables are wanted */
  readonly tables: boolean;
}

/** What one run of the script is asked for. */
export interface Request extends InputRequest {
  /** where to write: by default the project's own imports/, whose page is then brought up to date */
  readonly output?: string;
}

/** Reads the command line; what it cannot understand is an error that shows the usage. */
export function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parse(args);
  const paths = positionals.length > 0 ? positionals : defaultPaths();
  return {
    paths,
    facts: values.facts ?? factsBeside(paths[0]),
    tables: values['no-tables'] !== true,
    output: values.output,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'facts': { type: 'string' }, 'no-tables': { type: 'boolean' }, 'output': { type: 'string' } },
    });
  } catch (error) {
    throw new ImportsError(`${(error as Error).message.split('. ')[0]}; ${USAGE}`);
  }
}

function defaultPaths(): readonly string[] {
  if (!existsSync(DEFAULT_INPUT)) {
    throw new ImportsError(`no CRDs: ${DEFAULT_INPUT} does not exist here; name the files or folders that hold them; ${USAGE}`);
  }
  return [DEFAULT_INPUT];
}

function factsBeside(given: string): string {
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
  return path.join(isFolder ? given : path.dirname(given), '..', 'facts');
}
