import { existsSync, readFileSync } from 'node:fs';
import { LineIndex } from '../inspect/model/line-index';
import { readDocument } from '../inspect/model/read-document';
import { CliError } from './cli-error';

/** The part of `cdk8s.yaml` that says how the app of a project is run, and what becomes of the result. */
export interface Project {
  /** The command that runs the app. */
  readonly app: string;
  /** The folder that the command is told to write to. */
  readonly output: string;
  /** Whether validations are named, which only `cdk8s synth` runs. */
  readonly hasValidations: boolean;
}

/**
 * Reads the project in the current folder.
 *
 * @throws CliError when there is none, or when it does not say how its app is run.
 */
export function readProject(): Project {
  if (!existsSync(FILE)) {
    throw new CliError(`no ${FILE} in this folder: change to the project folder, or create one with a line such as "app: node main.js"`);
  }
  const { app, output = 'dist', validations } = parse(readFileSync(FILE, 'utf8'));
  if (typeof app !== 'string' || app.trim() === '' || typeof output !== 'string') {
    throw new CliError(`${FILE}: ${typeof output === 'string' ? '`app`: expected the command that runs the app, such as "app: node main.js"' : '`output`: expected a folder'}`);
  }
  return { app, output, hasValidations: Array.isArray(validations) ? validations.length > 0 : typeof validations === 'string' };
}

const FILE = 'cdk8s.yaml';

function parse(text: string): Readonly<Record<string, unknown>> {
  const { value, problems: [problem] } = readDocument(text);
  if (problem !== undefined) {
    const { offset = 0, message, repair } = problem;
    const { line, column } = new LineIndex(text).positionOf(offset);
    throw new CliError([`${FILE}:${line}:${column}`, message, ...(repair === undefined ? [] : [repair])].join(': '));
  }
  return { ...value as object };
}
