import { Input, LocatedProblem, readInput } from '../inspect/model/input';
import type { KubeObject } from '../inspect/model/kube-object';
import type { LinePosition } from '../inspect/model/line-index';
import type { SourceFile } from '../inspect/model/source-file';
import type { SchemaStore } from '../inspect/schema/schema-store';
import { asCrd, Crd } from '../inspect/schema/tables/crd';
import { crdViolations } from '../inspect/schema/tables/crd-violations';
import { CliError } from './cli-error';
import { readInputFiles } from './input-files';

/**
 * The CRDs in these files and folders; other objects are passed over.
 *
 * @throws CliError when a place holds none, or something there cannot be read or taken: nothing could be judged by it.
 */
export function readCrds(places: readonly string[], schemas: SchemaStore): Crd[] {
  return places.flatMap(place => {
    const crds = crdsIn(inputAt(place), schemas);
    if (crds.length === 0) {
      throw new CliError(`--crds ${place}: contains no CustomResourceDefinition of apiextensions.k8s.io/v1: name a file or folder that does`);
    }
    return crds;
  });
}

function inputAt(place: string): Input {
  const { files, failures: [failure] } = readInputFiles([place]);
  if (failure !== undefined) {
    throw failure;
  }
  return readInput(files);
}

function crdsIn({ objects, problems: [problem] }: Input, schemas: SchemaStore): Crd[] {
  if (problem !== undefined) {
    throw unreadable(problem);
  }
  return objects.flatMap(object => {
    const crd = asCrd(object.value);
    return crd === undefined ? [] : [flawless(crd, object, schemas)];
  });
}

function unreadable({ problem: { path, offset, message, repair }, document }: LocatedProblem): CliError {
  const position = offset === undefined ? document.positionOf(path) : document.positionAt(offset);
  return errorAt(document.file, position, `${message}: ${repair ?? MEND}`);
}

function flawless(crd: Crd, { document, path }: KubeObject, schemas: SchemaStore): Crd {
  const [flaw] = crdViolations(crd, schemas);
  if (flaw !== undefined) {
    const { kind, message, expected, repair } = flaw;
    // The message of a wrong type names the right one.
    const asked = expected === undefined || kind === 'type' ? '' : `, expected ${expected}`;
    throw errorAt(document.file, document.positionOf([...path, ...flaw.path]), `${message}${asked}: ${repair ?? MEND}`);
  }
  return crd;
}

const MEND = 'fix the definition, or remove it';

function errorAt({ name }: SourceFile, { line, column }: LinePosition, text: string): CliError {
  return new CliError(`${name}:${line}:${column}: ${text}`);
}
