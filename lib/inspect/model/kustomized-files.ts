import path from 'node:path';
import { answered } from '../once-per';
import { affordable, DocumentCounts } from './affordable';
import { changesObjects } from './kustomizations';
import { Patch, UNKNOWN_PATCH } from './kustomize-patches';
import { Root, rootsOf } from './kustomized-roots';
import { appliedTogether, familiesOf } from './overlays';
import { Affix, namespaceFiles, readKustomizations } from './read-kustomizations';
import type { SourceFile } from './source-file';
import type { YamlDocument } from './yaml-document';

/** What becomes of the objects of files, once for each way in which they are applied. */
export type Placement = ReadonlyMap<SourceFile, readonly Application[]>;

/** A way in which the objects of a file are applied. */
export interface Application {
  /** Undefined for the namespace that objects have without kustomize. */
  readonly namespace: string | undefined;
  readonly patches: readonly Patch[];
}

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
  /** What kustomizations put around names: objects may be called so, too. */
  readonly affixes: readonly Affix[];
  /** How many files are kustomizations that do more than is done here. */
  readonly partial: number;
  /** The folders of overlays that are so many that to judge them would take very long. */
  readonly surplus: readonly string[];
}

/** What kustomizations make of files. What shares a base with others is apart from these, since somebody applies the one or the other. */
export function kustomizedFiles(documents: readonly YamlDocument[]): KustomizedFiles {
  const files = [...new Set(documents.map(({ file }) => file))];
  const kustomizations = readKustomizations(documents);
  if (kustomizations.size === 0) {
    const everything = new Map(files.map(file => [file, AS_WRITTEN]));
    return { everything, common: everything, environments: [], affixes: [], partial: 0, surplus: [] };
  }
  const shared = namespaceFiles(documents);
  const roots = rootsOf(kustomizations, place => shared.has(place));
  const places = new Map(files.map(file => [path.resolve(file.name), file]));
  const families = familiesOf(roots);
  const relatives = new Set(families.flatMap(({ members }) => [...members.values()]));
  const reached = placementOf(places, roots);
  const asWritten = files.filter(file => !reached.has(file)).map(file => [file, AS_WRITTEN] as const);
  const common = new Map([...asWritten, ...placementOf(places, roots.filter(root => !relatives.has(root)))]);
  const { judged, surplus } = affordable(appliedTogether(families), new DocumentCounts(documents), [...common.keys()]);
  const ofSurplus = new Set(surplus.flatMap(root => root.files).map(({ place }) => place));
  return {
    everything: new Map([...asWritten, ...reached]),
    common,
    environments: judged.map(({ own, others }) => ({ own: placementOf(places, own, ofSurplus), others: placementOf(places, others) })),
    affixes: [...kustomizations.values()].flatMap(({ affix }) => affix ?? []).slice(0, MOST_AFFIXES),
    partial: new Set(documents.filter(changesObjects).map(({ file }) => file)).size,
    surplus: surplus.map(({ folder }) => path.relative('', folder)),
  };
}

/** More than these make too many names, of which few are meant. */
const MOST_AFFIXES = 20;

const AS_WRITTEN: readonly Application[] = [{ namespace: undefined, patches: [] }];

const NOWHERE: ReadonlySet<string> = new Set();

/** @param unknown the files that others apply of which nobody knows what they change: what is mended for some may be amiss for these */
function placementOf(places: ReadonlyMap<string, SourceFile>, roots: readonly Root[], unknown: ReadonlySet<string> = NOWHERE): Placement {
  const found = new Map<SourceFile, Application[]>();
  for (const { place, namespace, patches } of roots.flatMap(root => root.files)) {
    const file = places.get(place);
    const applications = file === undefined ? [] : answered(found, file, () => []);
    const application = { namespace, patches: unknown.has(place) ? [...patches, UNKNOWN_PATCH] : patches };
    if (!applications.some(one => isSameApplication(one, application))) {
      applications.push(application);
    }
  }
  return found;
}

function isSameApplication(one: Application, other: Application): boolean {
  const { namespace, patches } = one;
  return namespace === other.namespace && patches.length === other.patches.length && patches.every((patch, index) => patch === other.patches[index]);
}
