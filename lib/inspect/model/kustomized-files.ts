import path from 'node:path';
import { answered } from '../once-per';
import { affordable, DocumentCounts } from './affordable';
import { Patch, UNKNOWN_PATCH } from './kustomize-patches';
import { AppliedFile, Root, rootsOf } from './kustomized-roots';
import { appliedTogether, familiesOf } from './overlays';
import { readKustomizations } from './read-kustomizations';
import type { SourceFile } from './source-file';
import type { YamlDocument } from './yaml-document';

/** Where the objects of files are: the namespaces that they are given, each once. */
export type Placement = ReadonlyMap<SourceFile, GivenNamespaces>;

/** Undefined stands for the namespace that objects have without kustomize. */
export type GivenNamespaces = ReadonlyArray<string | undefined>;

/** What is applied where one of several overlays is: those of one name, of all that share a base with others. */
export interface Environment {
  readonly own: Placement;
  /** What others apply that have no overlay of this name: it may be there, too. */
  readonly others: Placement;
}

/** What kustomizations of the input make of its files. */
export interface KustomizedFiles {
  /** All of them, whichever of several overlays is applied. */
  readonly everything: Placement;
  /** Those that are applied in any case. */
  readonly common: Placement;
  readonly environments: readonly Environment[];
  /** What is changed of the objects of files in other ways, by some or all of the kustomizations. */
  readonly patches: ReadonlyMap<SourceFile, readonly Patch[]>;
  /** The folders of overlays that are so many that to judge them would take very long. */
  readonly surplus: readonly string[];
}

/** What kustomizations make of files. What shares a base with others is apart from these, since somebody applies the one or the other. */
export function kustomizedFiles(documents: readonly YamlDocument[]): KustomizedFiles {
  const files = [...new Set(documents.map(({ file }) => file))];
  const roots = rootsOf(readKustomizations(documents));
  if (roots.length === 0) {
    const everything = new Map(files.map(file => [file, AS_WRITTEN]));
    return { everything, common: everything, environments: [], patches: new Map(), surplus: [] };
  }
  const places = new Map(files.map(file => [path.resolve(file.name), file]));
  const placementOf = (some: readonly Root[]): Placement => placementIn(places, some.flatMap(root => root.files));
  const families = familiesOf(roots);
  const relatives = new Set(families.flatMap(({ members }) => [...members.values()]));
  const reached = placementOf(roots);
  const asWritten = files.filter(file => !reached.has(file)).map(file => [file, AS_WRITTEN] as const);
  const common = new Map([...asWritten, ...placementOf(roots.filter(root => !relatives.has(root)))]);
  const { judged, surplus } = affordable(appliedTogether(families), new DocumentCounts(documents), [...common.keys()]);
  return {
    everything: new Map([...asWritten, ...reached]),
    common,
    environments: judged.map(({ own, others }) => ({ own: placementOf(own), others: placementOf(others) })),
    patches: patchesByFile(places, [roots, surplus.map(unknown)].flat().flatMap(root => root.files)),
    surplus: surplus.map(({ folder }) => path.relative('', folder)),
  };
}

const AS_WRITTEN: GivenNamespaces = [undefined];

function placementIn(places: ReadonlyMap<string, SourceFile>, applied: readonly AppliedFile[]): Placement {
  const found = new Map<SourceFile, Set<string | undefined>>();
  for (const { place, namespace } of applied) {
    answered(found, places.get(place)!, () => new Set()).add(namespace);
  }
  return new Map([...found].map(([file, namespaces]) => [file, [...namespaces]]));
}

/** What may do anything to what it applies. */
function unknown({ folder, files }: Root): Root {
  return { folder, files: files.map(file => ({ ...file, patches: [UNKNOWN_PATCH] })) };
}

function patchesByFile(places: ReadonlyMap<string, SourceFile>, applied: readonly AppliedFile[]): KustomizedFiles['patches'] {
  const found = new Map<SourceFile, Set<Patch>>();
  for (const { place, patches } of applied.filter(one => one.patches.length > 0)) {
    const known = answered(found, places.get(place)!, () => new Set());
    patches.forEach(patch => known.add(patch));
  }
  return new Map([...found].map(([file, patches]) => [file, [...patches]]));
}
