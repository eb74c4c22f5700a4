import path from 'node:path';
import { groupBy } from '../group-by';
import { stepsOf } from './kustomization-steps';
import { isKustomization, KustomizationDocument } from './kustomizations';
import { generatedBy } from './kustomize-generators';
import type { Step } from './kustomize-step';
import { patchNamesIn } from './patch-documents';
import type { YamlDocument } from './yaml-document';

/** What a kustomization says of other files, whether or not the input has them. */
export interface Kustomization {
  /** The files and folders that it names, and its own file where it makes objects itself, or brings some that are not read. */
  readonly resources: readonly string[];
  readonly components: readonly string[];
  /** What it does to what it names, in its order. */
  readonly steps: readonly Step[];
  /** Whether it brings objects that are not read: charts, and what lies elsewhere. */
  readonly isPartlyRead: boolean;
  /** The files and folders that it names and that the input does not have, as it names them. */
  readonly missing: readonly string[];
  readonly document: KustomizationDocument;
}

/** Kustomizations by their folders. */
export type Kustomizations = ReadonlyMap<string, Kustomization>;

/** The kustomizations among some documents. */
export function readKustomizations(documents: readonly YamlDocument[]): Kustomizations {
  const written = documents.filter(isKustomization);
  const files: DocumentsByFile = written.length === 0 ? new Map() : groupBy(documents, ({ file }) => path.resolve(file.name));
  const folders = new Set([...files.keys()].map(path.dirname));
  return new Map(written.map(one => [folderOf(one), readKustomization(one, files, folders)]));
}

type DocumentsByFile = ReadonlyMap<string, readonly YamlDocument[]>;

function folderOf({ file }: YamlDocument): string {
  return path.resolve(path.dirname(file.name));
}

function readKustomization(document: KustomizationDocument, files: DocumentsByFile, folders: ReadonlySet<string>): Kustomization {
  const { value, file } = document;
  const [resources, components] = [[...entriesOf(value.resources), ...entriesOf(value.bases)], entriesOf(value.components)];
  const placeOf = (entry: string): string => (REMOTE.test(entry) ? entry.replace(/\?.*$/, '') : path.resolve(folderOf(document), entry));
  const isHere = (entry: string): boolean => REMOTE.test(entry) || files.has(placeOf(entry)) || folders.has(placeOf(entry));
  const missing = [...resources, ...components, ...patchNamesIn(value)].filter(entry => !isHere(entry));
  const isPartlyRead = missing.length > 0 || [...resources, ...components].some(entry => REMOTE.test(entry))
    || CHARTS.some(key => Object.hasOwn(value, key));
  return {
    resources: [...resources.map(placeOf), ...(isPartlyRead || generatedBy(value).length > 0 ? [path.resolve(file.name)] : [])],
    components: components.map(placeOf),
    steps: stepsOf(document, place => files.get(place)),
    isPartlyRead,
    missing,
    document,
  };
}

const CHARTS: readonly string[] = ['helmCharts', 'helmChartInflationGenerator', 'generators'];

function entriesOf(entries: unknown): readonly string[] {
  return Array.isArray(entries) ? entries.filter((entry): entry is string => typeof entry === 'string') : [];
}

/** What lies in another repository, in whatever version. */
const REMOTE = /^(?:\w+:{1,2}|git@|github\.com\/)/;
