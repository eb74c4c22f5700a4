import path from 'node:path';
import { isObject } from '../is-object';
import { changesFields, isForKustomize, isKustomizationFile } from './kustomizations';
import type { YamlDocument } from './yaml-document';

/** What a kustomization says of other files, as far as the input has them. */
export interface Kustomization {
  readonly namespace?: string;
  /** The files and folders that it names. */
  readonly resources: readonly string[];
  readonly components: readonly string[];
  /** Whether it changes fields of objects that others wrote. */
  readonly isChanging: boolean;
}

/** Kustomizations by their folders. */
export type Kustomizations = ReadonlyMap<string, Kustomization>;

/** The kustomizations among some documents. */
export function readKustomizations(documents: readonly YamlDocument[]): Kustomizations {
  const written = documents.filter(isKustomization);
  const known = new Set([...(written.length === 0 ? [] : documents.map(({ file }) => path.resolve(file.name))), ...written.map(folderOf)]);
  return new Map(written.map(one => [folderOf(one), readKustomization(one, known)]));
}

type KustomizationDocument = YamlDocument & { readonly value: Readonly<Record<string, unknown>> };

function isKustomization(document: YamlDocument): document is KustomizationDocument {
  const { file: { name }, value } = document;
  return isKustomizationFile(name) && isObject(value) && isForKustomize(value, name);
}

function folderOf({ file }: YamlDocument): string {
  return path.resolve(path.dirname(file.name));
}

function readKustomization(document: KustomizationDocument, known: ReadonlySet<string>): Kustomization {
  const { namespace } = document.value;
  const [resources, bases, components] = ['resources', 'bases', 'components'].map(key => placesIn(document, key).filter(place => known.has(place)));
  return {
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : undefined,
    resources: [...resources, ...bases],
    components,
    isChanging: changesFields(document.value),
  };
}

function placesIn(document: KustomizationDocument, key: string): readonly string[] {
  const { [key]: entries } = document.value;
  const texts = Array.isArray(entries) ? entries.filter((entry): entry is string => typeof entry === 'string') : [];
  return texts.map(entry => path.resolve(folderOf(document), entry));
}
