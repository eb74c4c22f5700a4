import { loadAll } from 'js-yaml';
import { Crd } from './crd';
import { ImportsError } from './imports-error';
import { InputFile } from './input-files';

/** A group becomes a file name, so nothing but a DNS name may pass. */
const DNS_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/;

/** The CRDs of each file, in their order. Lists are expanded; one CRD twice, or a document that is no CRD, is an error. */
export function readCrds(files: readonly InputFile[]): ReadonlyMap<string, readonly Crd[]> {
  const crds = new Map(files.map(file => [file.name, crdsIn(file)]));
  const seen = new Map<string, string>();
  for (const [file, { spec }] of [...crds].flatMap(([name, found]) => found.map(crd => [name, crd] as const))) {
    const key = `${spec.group}/${spec.names.kind}`;
    const first = seen.get(key);
    if (first !== undefined) {
      throw new ImportsError(`${file}: ${key} is defined in ${first} already; give each CRD once`);
    }
    seen.set(key, file);
  }
  return crds;
}

function crdsIn(file: InputFile): readonly Crd[] {
  const crds = documentsIn(file).flatMap(expandList).map(document => asCrd(document, file.name));
  if (crds.length === 0) {
    throw new ImportsError(`${file.name}: contains no CustomResourceDefinition; leave the file out`);
  }
  return crds;
}

function documentsIn({ name, text }: InputFile): readonly unknown[] {
  try {
    return loadAll(text).filter(document => document !== null && document !== undefined);
  } catch (error) {
    const [problem] = String(error instanceof Error ? error.message : error).split('\n');
    throw new ImportsError(`${name}: cannot be read as YAML: ${problem}; Helm templates have to be rendered first (helm template)`);
  }
}

function expandList(document: unknown): readonly unknown[] {
  const { kind, items } = document as { kind?: unknown; items?: unknown };
  return kind === 'List' && Array.isArray(items) ? items : [document];
}

function asCrd(document: unknown, file: string): Crd {
  const { apiVersion, kind, metadata, spec = {} } = document as Partial<Crd>;
  if (kind !== 'CustomResourceDefinition' || apiVersion !== 'apiextensions.k8s.io/v1') {
    const found = typeof kind === 'string' ? `${apiVersion ?? 'no apiVersion,'} ${kind}` : 'a document without kind';
    throw new ImportsError(`${file}: ${found} is not a CustomResourceDefinition of apiextensions.k8s.io/v1; give files of CRDs only`);
  }
  checkSpec(spec, `${file}: ${metadata?.name ?? kind}`);
  return document as Crd;
}

function checkSpec({ group, names, versions }: Partial<Crd['spec']>, place: string): void {
  if (typeof group !== 'string' || !DNS_NAME.test(group)) {
    throw new ImportsError(`${place}: spec.group is ${JSON.stringify(group)}, expected a DNS name such as networking.istio.io`);
  }
  if (typeof names?.kind !== 'string' || !versions?.some(version => version.served)) {
    throw new ImportsError(`${place}: needs spec.names.kind and at least one version that is served`);
  }
}
