import path from 'node:path';
import { groupBy } from '../group-by';
import { isObject } from '../is-object';
import { KustomizationDocument, stepsOf } from './kustomization-steps';
import { isForKustomize, isKustomizationFile } from './kustomizations';
import { generatedBy } from './kustomize-generators';
import type { Step } from './kustomize-step';
import type { YamlDocument } from './yaml-document';

/** What a kustomization says of other files, whether or not the input has them. */
export interface Kustomization {
  /** The files and folders that it names, and its own file where it makes objects itself. */
  readonly resources: readonly string[];
  readonly components: readonly string[];
  /** What it does to what it names, in its order. */
  readonly steps: readonly Step[];
}

/** Kustomizations by their folders. */
export type Kustomizations = ReadonlyMap<string, Kustomization>;

/** The kustomizations among some documents. */
export function readKustomizations(documents: readonly YamlDocument[]): Kustomizations {
  const written = documents.filter(isKustomization);
  const files = written.length === 0 ? NONE : groupBy(documents, ({ file }) => path.resolve(file.name));
  return new Map(written.map(one => [folderOf(one), readKustomization(one, files)]));
}

type DocumentsByFile = ReadonlyMap<string, readonly YamlDocument[]>;

const NONE: DocumentsByFile = new Map();

/** Whether kustomize reads a document as a kustomization. */
export function isKustomization(document: YamlDocument): document is KustomizationDocument {
  const { file: { name }, value } = document;
  return isKustomizationFile(name) && isObject(value) && isForKustomize(value, name);
}

function folderOf({ file }: YamlDocument): string {
  return path.resolve(path.dirname(file.name));
}

function readKustomization(document: KustomizationDocument, files: DocumentsByFile): Kustomization {
  const [resources, bases, components] = ['resources', 'bases', 'components'].map(key => placesIn(document, key));
  return {
    resources: [...resources, ...bases, ...(generatedBy(document.value).length > 0 ? [path.resolve(document.file.name)] : [])],
    components,
    steps: stepsOf(document, place => files.get(place)),
  };
}

function placesIn(document: KustomizationDocument, key: string): readonly string[] {
  const { [key]: entries } = document.value;
  const texts = Array.isArray(entries) ? entries.filter((entry): entry is string => typeof entry === 'string') : [];
  return texts.map(entry => (REMOTE.test(entry) ? entry.replace(/\?.*$/, '') : path.resolve(folderOf(document), entry)));
}

/** What lies in another repository, in whatever version. */
const REMOTE = /^(?:\w+:{1,2}|git@|github\.com\/)/;
