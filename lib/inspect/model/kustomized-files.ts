import path from 'node:path';
import { environmentIn } from '../environment-names';
import { groupBy } from '../group-by';
import { answered } from '../once-per';
import { affordable, DocumentCounts } from './affordable';
import { contentsOf } from './file-contents';
import { changesObjects } from './kustomizations';
import { Generated, generatedBy } from './kustomize-generators';
import { anything } from './kustomize-patches';
import { Naming, namingOf, Patch, Step } from './kustomize-step';
import { Root, rootsOf } from './kustomized-roots';
import { appliedTogether, familiesOf } from './overlays';
import { readKustomizations } from './read-kustomizations';
import type { SourceFile } from './source-file';
import type { YamlDocument } from './yaml-document';

/** What becomes of the objects of files, once for each way in which they are applied. */
export type Placement = ReadonlyMap<SourceFile, readonly Application[]>;

/** A way in which the objects of a file are applied. */
export interface Application {
  readonly steps: readonly Step[];
  /** What these make of names. */
  readonly naming: Naming;
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
  /** What kustomizations make themselves, by their files. */
  readonly generated: ReadonlyMap<SourceFile, readonly Generated[]>;
  /** The kustomizations that bring objects that are not read, with what they name that the input does not have. */
  readonly partlyRead: ReadonlyMap<SourceFile, readonly string[]>;
  /** How many files are kustomizations that do more than is done here. */
  readonly partial: number;
  /** The folders of overlays that are so many that to judge them would take very long. */
  readonly surplus: readonly string[];
}

/**
 * What kustomizations make of files. Of overlays of one base somebody applies the one or the other, and so of folders for environments with
 * objects of one name: each is apart from these.
 */
export function kustomizedFiles(documents: readonly YamlDocument[]): KustomizedFiles {
  const files = [...new Set(documents.map(({ file }) => file))];
  const places = new Map(files.map(file => [path.resolve(file.name), file]));
  const kustomizations = readKustomizations(documents);
  const built = rootsOf(kustomizations);
  const reached = placementOf(places, built);
  const roots = [...built, ...plainRoots(files.filter(file => !reached.has(file)))];
  const families = familiesOf(roots, contentsOf(documents));
  const relatives = new Set(families.flatMap(({ members }) => [...members.values()].flat()));
  const common = inOrder(placementOf(places, roots.filter(root => !relatives.has(root))), files);
  const { judged, surplus } = affordable(appliedTogether(families), new DocumentCounts(documents), [...common.keys()]);
  const ofSurplus = new Set(surplus.flatMap(root => root.files).map(({ place }) => place));
  return {
    everything: inOrder(placementOf(places, roots), files),
    common,
    environments: judged.map(({ own, others }) => ({ own: placementOf(places, own, ofSurplus), others: placementOf(places, others) })),
    generated: new Map([...kustomizations.values()].map(({ document: { file, value } }) => [file, generatedBy(value)])),
    partlyRead: new Map([...kustomizations.values()].filter(one => one.isPartlyRead).map(({ document, missing }) => [document.file, missing])),
    partial: new Set(documents.filter(changesObjects).map(({ file }) => file)).size,
    surplus: [...surplus, ...built.filter(({ isCut }) => isCut)].map(({ folder }) => path.relative('', folder)),
  };
}

/** The files that no kustomization applies, by the folders of environments in which they lie. */
function plainRoots(files: readonly SourceFile[]): readonly Root[] {
  const byFolder = groupBy(files.map(({ name }) => path.resolve(name)), place => environmentIn(path.dirname(place))?.folder ?? '');
  return [...byFolder].map(([folder, places]) => ({ folder, isCut: false, files: places.map(place => ({ place, steps: [], isMixedIn: false })) }));
}

/** What overlays do that are not judged: it may be that they miss what is mended. */
export const UNSEEN_PATCH: Patch = { matches: anything, places: [] };

const NOWHERE: ReadonlySet<string> = new Set();

/** @param unknown the files that others apply of which nobody knows what they change: what is mended for some may be amiss for these */
function placementOf(places: ReadonlyMap<string, SourceFile>, roots: readonly Root[], unknown: ReadonlySet<string> = NOWHERE): Placement {
  const found = new Map<SourceFile, Application[]>();
  for (const { place, steps: known } of roots.flatMap(root => root.files)) {
    const file = places.get(place);
    const applications = file === undefined ? [] : answered(found, file, () => []);
    const steps = unknown.has(place) ? [...known, UNSEEN_PATCH] : known;
    if (!applications.some(one => areSameSteps(one.steps, steps))) {
      applications.push({ steps, naming: namingOf(steps) });
    }
  }
  return found;
}

/** In the order in which files are applied, of which the last one of a name counts. */
function inOrder(placement: Placement, files: readonly SourceFile[]): Placement {
  return new Map(files.flatMap(file => (placement.has(file) ? [[file, placement.get(file)!] as const] : [])));
}

function areSameSteps(some: readonly Step[], others: readonly Step[]): boolean {
  return some.length === others.length && some.every((step, index) => step === others[index]);
}
