import path from 'node:path';
import { isObject } from '../is-object';
import { isKustomization } from './kustomizations';
import { generatorsOf } from './kustomize-generators';
import type { YamlDocument } from './yaml-document';

/**
 * Those of some documents whose files a kustomization among them names as patches, as what a ConfigMap holds, or as what tells kustomize how to
 * work. They hold no objects of their own.
 */
export function patchDocuments(documents: readonly YamlDocument[]): ReadonlySet<YamlDocument> {
  const files = new Set(documents.flatMap(filesNamedIn));
  return new Set(files.size === 0 ? [] : documents.filter(({ file }) => files.has(path.resolve(file.name))));
}

const PATCHES: readonly string[] = ['patches', 'patchesStrategicMerge', 'patchesJson6902', 'replacements'];
/** Definitions that kustomize only reads are among them. */
const SETTINGS: readonly string[] = ['transformers', 'generators', 'validators', 'configurations', 'crds'];

function filesNamedIn(document: YamlDocument): string[] {
  if (!isKustomization(document)) {
    return [];
  }
  const { value, file } = document;
  // What generators name becomes the content of a ConfigMap or Secret, as `key=file` or `file`.
  const contents = generatorsOf(value).flatMap(({ files }) => namesIn(files)).map(name => name.slice(name.indexOf('=') + 1));
  const names = [...patchNamesIn(value), ...SETTINGS.flatMap(key => namesIn(value[key])), ...contents];
  return names.map(name => path.resolve(path.dirname(file.name), name));
}

/** The files that a kustomization names as patches. */
export function patchNamesIn(kustomization: Readonly<Record<string, unknown>>): string[] {
  return PATCHES.flatMap(key => namesIn(kustomization[key])).filter(name => !/[\n{]/.test(name));
}

/** A patch names its file, or holds its text; a text is the name of no file. */
function namesIn(patches: unknown): string[] {
  const entries: unknown[] = Array.isArray(patches) ? patches : [];
  return entries.map(entry => (isObject(entry) ? entry.path : entry)).filter(name => typeof name === 'string');
}
