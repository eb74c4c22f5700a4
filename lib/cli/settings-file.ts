import { readFileSync } from 'node:fs';
import { isObject } from '../inspect/is-object';
import type { KubeObject } from '../inspect/model/kube-object';
import { SourceFile } from '../inspect/model/source-file';
import { splitDocuments } from '../inspect/model/split-documents';
import { YamlDocument } from '../inspect/model/yaml-document';
import { CliError } from './cli-error';

/**
 * The settings in a YAML file that a flag names, as an object of their own.
 *
 * @throws CliError when it cannot be read, or holds no mapping.
 */
export function readSettings(flag: string, file: string): KubeObject {
  const source = new SourceFile(file, textOf(flag, file));
  const documents = splitDocuments(source.text).map(range => new YamlDocument(source, range));
  const document = documents.find(one => one.problems.length > 0 || (one.value ?? undefined) !== undefined) ?? documents[0];
  const { value, problems: [problem] } = document;
  if (problem !== undefined) {
    throw new CliError(`${flag} ${file}: ${problem.message}`);
  }
  if (value !== undefined && value !== null && !isObject(value)) {
    throw new CliError(`${flag} ${file}: expected a mapping; write the fields at the top level, as in \`rootNamespace: istio-system\``);
  }
  if (typeof value?.kind === 'string') {
    throw new CliError(`${flag} ${file}: expected only the settings, but found an object of kind ${value.kind}; pass the file as an input to check, which reads its mesh settings`);
  }
  return { value: value ?? {}, document, path: [] };
}

function textOf(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(`${flag} ${file}: cannot be read: ${(error as Error).message}`);
  }
}
