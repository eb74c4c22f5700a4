import path from 'node:path';
import { groupBy } from '../group-by';
import { isObject } from '../is-object';
import { isForKustomize, isKustomizationFile } from './kustomizations';
import { Patch, patchesOf } from './kustomize-patches';
import type { YamlDocument } from './yaml-document';

/** What a kustomization says of other files, as far as the input has them. */
export interface Kustomization {
  readonly namespace?: string;
  /** The files and folders that it names. */
  readonly resources: readonly string[];
  readonly components: readonly string[];
  readonly patches: readonly Patch[];
}

/** Kustomizations by their folders. */
export type Kustomizations = ReadonlyMap<string, Kustomization>;

/** The kustomizations among some documents. */
export function readKustomizations(documents: readonly YamlDocument[]): Kustomizations {
  const written = documents.filter(isKustomization);
  const files = written.length === 0 ? NONE : groupBy(documents, ({ file }) => path.resolve(file.name));
  const folders = new Set(written.map(folderOf));
  return new Map(written.map(one => [folderOf(one), readKustomization(one, files, folders)]));
}

type DocumentsByFile = ReadonlyMap<string, readonly YamlDocument[]>;

const NONE: DocumentsByFile = new Map();

type KustomizationDocument = YamlDocument & { readonly value: Readonly<Record<string, unknown>> };

function isKustomization(document: YamlDocument): document is KustomizationDocument {
  const { file: { name }, value } = document;
  return isKustomizationFile(name) && isObject(value) && isForKustomize(value, name);
}

function folderOf({ file }: YamlDocument): string {
  return path.resolve(path.dirname(file.name));
}

function readKustomization(document: KustomizationDocument, files: DocumentsByFile, folders: ReadonlySet<string>): Kustomization {
  const { namespace } = document.value;
  const isKnown = (place: string): boolean => files.has(place) || folders.has(place);
  const [resources, bases, components] = ['resources', 'bases', 'components'].map(key => placesIn(document, key).filter(isKnown));
  return {
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : undefined,
    resources: [...resources, ...bases],
    components,
    patches: patchesOf(document.value, folderOf(document), place => files.get(place)?.map(({ value }) => value)),
  };
}

function placesIn(document: KustomizationDocument, key: string): readonly string[] {
  const { [key]: entries } = document.value;
  const texts = Array.isArray(entries) ? entries.filter((entry): entry is string => typeof entry === 'string') : [];
  return texts.map(entry => path.resolve(folderOf(document), entry));
}
