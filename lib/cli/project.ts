import { existsSync, readFileSync } from 'node:fs';
import { readDocument } from '../inspect/model/read-document';
import { CliError } from './cli-error';

/** The part of `cdk8s.yaml` that says how the app of a project is run. */
export interface Project {
  /** The command that runs the app. */
  readonly app: string;
  /** The folder that the command is told to write to. */
  readonly output: string;
}

/**
 * Reads the project in the current folder.
 *
 * @throws CliError when there is none, or when it does not say how its app is run.
 */
export function readProject(): Project {
  if (!existsSync(FILE)) {
    throw new CliError(`there is no ${FILE} here: change to the folder of the project, or write one with a line such as "app: node main.js"`);
  }
  const { app, output = 'dist' } = parse(readFileSync(FILE, 'utf8'));
  if (typeof app !== 'string' || app.trim() === '' || typeof output !== 'string') {
    throw new CliError(`${FILE}: ${typeof output === 'string' ? '`app` should be the command that runs the app, such as "app: node main.js"' : '`output` should be a folder'}`);
  }
  return { app, output };
}

const FILE = 'cdk8s.yaml';

function parse(text: string): Readonly<Record<string, unknown>> {
  const { value, problems: [problem] } = readDocument(text);
  if (problem !== undefined) {
    throw new CliError(`${FILE}: ${problem.message}`);
  }
  return { ...value as object };
}
