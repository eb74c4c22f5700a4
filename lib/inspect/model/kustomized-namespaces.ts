import path from 'node:path';
import { isObject } from '../is-object';
import { isForKustomize, isKustomizationFile } from './kustomizations';
import type { SourceFile } from './source-file';
import type { YamlDocument } from './yaml-document';

/**
 * The namespaces that kustomizations of the input give to the objects of files, which they name at once or by way of other kustomizations.
 * A file to which several give different ones is left out: nobody knows which is meant.
 */
export function kustomizedNamespaces(documents: readonly YamlDocument[]): ReadonlyMap<SourceFile, string> {
  const kustomizations = documents.filter(isKustomization);
  if (kustomizations.length === 0) {
    return new Map();
  }
  const resources = new Map(kustomizations.map(one => [folderOf(one), resourcesOf(one)]));
  /** Undefined where two differ. */
  const given = new Map<string, string | undefined>();
  for (const kustomization of kustomizations) {
    const { namespace } = kustomization.value;
    if (typeof namespace === 'string') {
      for (const file of reached(folderOf(kustomization), resources)) {
        const isFirst = !given.has(file);
        given.set(file, isFirst || given.get(file) === namespace ? namespace : undefined);
      }
    }
  }
  const files = new Set(documents.map(({ file }) => file));
  return new Map([...files].flatMap(file => {
    const namespace = given.get(path.resolve(file.name));
    return namespace === undefined ? [] : [[file, namespace] as const];
  }));
}

type Kustomization = YamlDocument & { readonly value: Readonly<Record<string, unknown>> };

function isKustomization(document: YamlDocument): document is Kustomization {
  const { file: { name }, value } = document;
  return isKustomizationFile(name) && isObject(value) && isForKustomize(value, name);
}

function folderOf({ file }: YamlDocument): string {
  return path.resolve(path.dirname(file.name));
}

/** Where the fields are that name files and folders of objects; `bases` is the old one. */
const LISTS = ['resources', 'bases', 'components'];

function resourcesOf(kustomization: Kustomization): readonly string[] {
  const entries = LISTS.map(key => kustomization.value[key]).filter(Array.isArray).flat() as readonly unknown[];
  return entries.filter(entry => typeof entry === 'string').map(entry => path.resolve(folderOf(kustomization), entry));
}

/** All that the kustomization of a folder names, and what those name that are folders with one. */
function reached(folder: string, resources: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set([folder]);
  // A set goes on to what is added on the way, and holds nothing twice: kustomizations may name each other.
  for (const place of found) {
    resources.get(place)?.forEach(named => found.add(named));
  }
  return found;
}
