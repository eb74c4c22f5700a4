import path from 'node:path';
import { isObject } from '../is-object';
import { answered } from '../once-per';
import { isForKustomize, isKustomizationFile } from './kustomizations';
import type { SourceFile } from './source-file';
import type { YamlDocument } from './yaml-document';

/** The namespaces that the objects of a file are given, each once. Undefined stands for that which they have without kustomize. */
export type GivenNamespaces = readonly (string | undefined)[];

/**
 * The namespaces that kustomizations of the input give to the objects of files. They begin with those that no other one names; on the way from
 * there to a file the outermost namespace counts, since it is given last. Several ways may lead to a file, such as from `dev` and `prod` to their
 * base: its objects are applied once for each. Files that no way gives a namespace are left out.
 */
export function kustomizedNamespaces(documents: readonly YamlDocument[]): ReadonlyMap<SourceFile, GivenNamespaces> {
  const kustomizations = new Map(documents.filter(isKustomization).map(one => [folderOf(one), readKustomization(one)]));
  if (![...kustomizations.values()].some(({ namespace }) => namespace !== undefined)) {
    return new Map();
  }
  const given = namespacesByPlace(kustomizations);
  const files = new Map([...new Set(documents.map(({ file }) => file))].flatMap(file => {
    const namespaces = [...given.get(path.resolve(file.name)) ?? []];
    return namespaces.every(one => one === undefined) ? [] : [[file, namespaces] as const];
  }));
  const copies = documents.reduce((sum, { file }) => sum + (files.get(file)?.length ?? 0), 0);
  return copies > MOST_COPIES ? new Map() : files;
}

/** A few kustomizations could make millions of objects of some thousands: beyond this, objects are taken as they are written. */
const MOST_COPIES = 100_000;

interface Kustomization {
  readonly namespace?: string;
  /** The files and folders that it names. */
  readonly resources: readonly string[];
}

type KustomizationDocument = YamlDocument & { readonly value: Readonly<Record<string, unknown>> };

function isKustomization(document: YamlDocument): document is KustomizationDocument {
  const { file: { name }, value } = document;
  return isKustomizationFile(name) && isObject(value) && isForKustomize(value, name);
}

function folderOf({ file }: YamlDocument): string {
  return path.resolve(path.dirname(file.name));
}

function readKustomization(document: KustomizationDocument): Kustomization {
  const { namespace } = document.value;
  return { namespace: typeof namespace === 'string' && namespace !== '' ? namespace : undefined, resources: resourcesOf(document) };
}

/** Where the fields are that name files and folders of objects; `bases` is the old one. */
const LISTS = ['resources', 'bases', 'components'];

function resourcesOf(document: KustomizationDocument): readonly string[] {
  const entries = LISTS.map(key => document.value[key]).filter(Array.isArray).flat() as readonly unknown[];
  return entries.filter(entry => typeof entry === 'string').map(entry => path.resolve(folderOf(document), entry));
}

/** The namespaces at the ends of all ways to a file, and so to a folder. */
function namespacesByPlace(kustomizations: ReadonlyMap<string, Kustomization>): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const given = new Map<string, Set<string | undefined>>();
  const named = new Set([...kustomizations.values()].flatMap(({ resources }) => resources));
  const folders = [...kustomizations.keys()];
  // Those that name each other, which kustomize refuses, have no beginning, and begin anywhere.
  for (const folder of [...folders.filter(one => !named.has(one)), ...folders]) {
    if (!given.has(folder)) {
      follow(folder, kustomizations, given);
    }
  }
  return given;
}

function follow(folder: string, kustomizations: ReadonlyMap<string, Kustomization>, given: Map<string, Set<string | undefined>>): void {
  const ways: Array<{ readonly place: string; readonly outer?: string }> = [{ place: folder }];
  // The list grows on the way. Nothing is followed twice with the same namespace, so that it has an end.
  for (const { place, outer } of ways) {
    const kustomization = kustomizations.get(place);
    const namespace = outer ?? kustomization?.namespace;
    const namespaces = answered(given, place, () => new Set());
    if (!namespaces.has(namespace)) {
      namespaces.add(namespace);
      kustomization?.resources.forEach(resource => ways.push({ place: resource, outer: namespace }));
    }
  }
}
