import { readFileSync } from 'node:fs';
import { isObject } from '../inspect/is-object';
import { readDocument } from '../inspect/model/read-document';
import { CliError } from './cli-error';

/**
 * The settings in a YAML file that a flag names.
 *
 * @throws CliError when it cannot be read, or holds no mapping.
 */
export function readSettings(flag: string, file: string): Readonly<Record<string, unknown>> {
  const { value, problems } = readDocument(textOf(flag, file));
  const [problem] = problems;
  if (problem !== undefined) {
    throw new CliError(`${flag} ${file}: ${problem.message}`);
  }
  if (value !== undefined && value !== null && !isObject(value)) {
    throw new CliError(`${flag} ${file}: holds no mapping; write the fields themselves, as in \`rootNamespace: istio-system\``);
  }
  return value ?? {};
}

function textOf(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(`${flag} ${file}: cannot be read: ${(error as Error).message}`);
  }
}
