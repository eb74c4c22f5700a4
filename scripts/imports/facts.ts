import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ImportsError } from './imports-error';
import { InputFile } from './input-files';

/** Where a file of CRDs was published: one entry of crd-sources.json. */
export interface PublicSource {
  readonly file: string;
  readonly repository: string;
  readonly revision: string;
  readonly commit: string;
  readonly date: string;
  readonly paths: readonly string[];
}

/** What is made besides constructs, and needs more than CRDs. */
export interface Facts {
  /** the OpenAPI of the built-in kinds */
  readonly builtins: InputFile;
  /** which release of Istio brought which field */
  readonly istioHistory: InputFile;
  /** the annotations that Istio reads */
  readonly istioAnnotations: InputFile;
  /** what the Helm charts of Istio read */
  readonly istioValues: InputFile;
  /** the messages of Istio's mesh configuration */
  readonly meshConfig: InputFile;
}

export function readFacts(folder: string): Facts {
  return {
    builtins: read(folder, 'kubernetes.json'),
    istioHistory: read(folder, 'istio-history.json'),
    istioAnnotations: read(folder, 'istio-annotations.json'),
    istioValues: read(folder, 'istio-values.json'),
    meshConfig: read(folder, 'mesh-config.json'),
  };
}

/** The public sources that the folder knows; none where it has no crd-sources.json. */
export function readPublicSources(folder: string): readonly PublicSource[] {
  const text = textOf(path.join(folder, 'crd-sources.json'));
  return text === undefined ? [] : JSON.parse(text) as PublicSource[];
}

function read(folder: string, name: string): InputFile {
  const text = textOf(path.join(folder, name));
  if (text === undefined) {
    throw new ImportsError(`${path.join(folder, name)}: no such file; --facts names the folder that holds it, --no-tables goes without schema tables`);
  }
  return { name: `facts/${name}`, text };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
