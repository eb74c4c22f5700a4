import path from 'node:path';
import { isObject } from '../is-object';
import { answered } from '../once-per';
import { isForKustomize, isKustomizationFile } from './kustomizations';
import type { SourceFile } from './source-file';
import type { YamlDocument } from './yaml-document';

/** What kustomizations of the input make of the objects of files. */
export interface KustomizedFiles {
  /** The namespaces that the objects of a file are given, each once. Undefined stands for that which they have without kustomize. */
  readonly namespaces: ReadonlyMap<SourceFile, GivenNamespaces>;
  /** The files whose objects are changed in other ways: something may be there that is not written. */
  readonly changed: ReadonlySet<SourceFile>;
  /** The files that so many namespaces share that all objects are taken as they are written. */
  readonly overshared: readonly SourceFile[];
}

export type GivenNamespaces = readonly (string | undefined)[];

/**
 * What kustomizations make of files, which begins with those that no other one names. On the way from there to a file the outermost namespace counts,
 * since it is given last. Several ways may lead to a file, such as from `dev` and `prod` to their base: its objects are applied once for each.
 */
export function kustomizedFiles(documents: readonly YamlDocument[]): KustomizedFiles {
  const written = documents.filter(isKustomization);
  if (written.length === 0) {
    return { namespaces: new Map(), changed: new Set(), overshared: [] };
  }
  const files = new Map([...new Set(documents.map(({ file }) => file))].map(file => [path.resolve(file.name), file]));
  const known = new Set([...files.keys(), ...written.map(folderOf)]);
  const ways = waysByPlace(new Map(written.map(one => [folderOf(one), readKustomization(one, known)])));
  const reached = [...files].flatMap(([place, file]) => {
    const found = ways.get(place);
    return found === undefined ? [] : [[file, found] as const];
  });
  const given = reached.map(([file, { namespaces }]) => [file, [...namespaces]] as const)
    .filter(([, namespaces]) => namespaces.some(one => one !== undefined));
  const shared = new Map(given.filter(([, namespaces]) => namespaces.length > 1));
  const isTooMuch = areMany(shared, documents);
  return {
    namespaces: new Map(isTooMuch ? [] : given),
    changed: new Set(reached.filter(([, { isChanged }]) => isChanged).map(([file]) => file)),
    overshared: isTooMuch ? [...shared.keys()] : [],
  };
}

/**
 * A few kustomizations could make millions of objects of some thousands. Each namespace costs a look at what it shares with others, and at all
 * that is not shared, since it is judged with that.
 */
const MOST_LOOKS = 1_000_000;
const MOST_COPIES = 100_000;

function areMany(shared: ReadonlyMap<SourceFile, GivenNamespaces>, documents: readonly YamlDocument[]): boolean {
  const copies = documents.reduce((sum, { file }) => sum + (shared.get(file)?.length ?? 0), 0);
  const others = documents.filter(document => !shared.has(document.file) && !isKustomization(document)).length;
  return copies > MOST_COPIES || new Set([...shared.values()].flat()).size * others > MOST_LOOKS;
}

interface Kustomization {
  readonly namespace?: string;
  /** The files and folders that it names, as far as the input has them. */
  readonly resources: readonly string[];
  readonly components: readonly string[];
  readonly isChanging: boolean;
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
    isChanging: Object.keys(document.value).some(key => CHANGES.test(key)),
  };
}

/** What changes fields of objects that others wrote. */
const CHANGES = /^(?:patches\w*|components|replacements|transformers|vars)$/;

function placesIn(document: KustomizationDocument, key: string): readonly string[] {
  const { [key]: entries } = document.value;
  const texts = Array.isArray(entries) ? entries.filter((entry): entry is string => typeof entry === 'string') : [];
  return texts.map(entry => path.resolve(folderOf(document), entry));
}

type Kustomizations = ReadonlyMap<string, Kustomization>;

/** What comes of a place by all the ways that lead there. */
interface Ways {
  readonly namespaces: Set<string | undefined>;
  isChanged: boolean;
}

/** The ways to files and folders. */
function waysByPlace(kustomizations: Kustomizations): ReadonlyMap<string, Ways> {
  const found = new Map<string, Ways>();
  const named = new Set([...kustomizations.values()].flatMap(({ resources, components }) => [...resources, ...components]));
  const folders = [...kustomizations.keys()];
  // Those that name each other, which kustomize refuses, have no beginning, and begin anywhere.
  for (const folder of [...folders.filter(one => !named.has(one)), ...folders]) {
    if (!found.has(folder)) {
      follow(folder, kustomizations, found);
    }
  }
  return found;
}

interface Step {
  readonly place: string;
  readonly namespace: string | undefined;
  readonly isChanged: boolean;
}

function follow(folder: string, kustomizations: Kustomizations, found: Map<string, Ways>): void {
  const steps: Step[] = [stepTo(folder, kustomizations)];
  // The list grows on the way. Nothing is followed twice in the same way, so that it has an end.
  for (const step of steps) {
    const ways = answered(found, step.place, (): Ways => ({ namespaces: new Set(), isChanged: false }));
    if (isNew(step, ways)) {
      ways.namespaces.add(step.namespace);
      ways.isChanged ||= step.isChanged;
      const { resources = [], components = [] } = kustomizations.get(step.place) ?? {};
      [...resources, ...components].forEach(place => steps.push(stepTo(place, kustomizations, step)));
    }
  }
}

function stepTo(place: string, kustomizations: Kustomizations, from?: Step): Step {
  const kustomization = kustomizations.get(place);
  return {
    place,
    namespace: from?.namespace ?? (kustomization && namespaceBy(kustomization, kustomizations)),
    isChanged: from !== undefined && (from.isChanged || kustomizations.get(from.place)!.isChanging),
  };
}

function isNew({ namespace, isChanged }: Step, ways: Ways): boolean {
  return !ways.namespaces.has(namespace) || (isChanged && !ways.isChanged);
}

/** A component gives its namespace to all that comes before it, and the kustomization its own to what comes of that. */
function namespaceBy({ namespace, components }: Kustomization, kustomizations: Kustomizations): string | undefined {
  return namespace ?? components.map(component => kustomizations.get(component)?.namespace).filter(one => one !== undefined).at(-1);
}
