import { answered } from '../once-per';
import type { Kustomization, Kustomizations } from './read-kustomizations';

/** A kustomization that no other one names, and the files whose objects it applies. */
export interface Root {
  readonly folder: string;
  readonly files: readonly AppliedFile[];
}

/** A file as a kustomization applies it; twice, where it is given several namespaces. */
export interface AppliedFile {
  readonly place: string;
  /** Undefined for that which the objects have anyway. */
  readonly namespace: string | undefined;
  readonly isChanged: boolean;
  /** Whether it comes with a component alone, which is made to be shared. */
  readonly isMixedIn: boolean;
}

/** The roots of kustomizations, in the order in which they are read. They build what they name as kustomize does. */
export function rootsOf(kustomizations: Kustomizations): readonly Root[] {
  const builder = new Builder(kustomizations);
  const named = new Set([...kustomizations.values()].flatMap(({ resources, components }) => [...resources, ...components]));
  const folders = [...kustomizations.keys()];
  // Those that name each other, which kustomize refuses, have no beginning, and begin anywhere.
  return [...folders.filter(one => !named.has(one)), ...folders].flatMap(folder => (
    builder.hasBuilt(folder) ? [] : [{ folder, files: builder.build(folder).files }]
  ));
}

/** What comes of a kustomization. */
interface Built {
  readonly files: readonly AppliedFile[];
  /** The namespace that it gives, as a component, to what was there before it. */
  readonly namespace: string | undefined;
}

const NOTHING: Built = { files: [], namespace: undefined };

/** Kustomizations lie a few deep in each other. */
const DEEPEST = 200;

/** A few kustomizations can name millions of files by many ways, and nobody has so many: whatever names more builds nothing. */
const MOST_FILES = 500_000;

class Builder {
  private readonly known = new Map<string, Built>();
  private readonly begun = new Set<string>();
  private made = 0;

  constructor(private readonly kustomizations: Kustomizations) {}

  public hasBuilt(folder: string): boolean {
    return this.known.has(folder);
  }

  public build(place: string): Built {
    const kustomization = this.kustomizations.get(place);
    if (kustomization === undefined) {
      return { files: [{ place, namespace: undefined, isChanged: false, isMixedIn: false }], namespace: undefined };
    }
    if (this.begun.has(place) || this.begun.size > DEEPEST || this.made > MOST_FILES) {
      return NOTHING;
    }
    return answered(this.known, place, () => {
      this.begun.add(place);
      const built = this.buildNew(kustomization);
      this.begun.delete(place);
      this.made += built.files.length;
      return built;
    });
  }

  /** A component gives its namespace to all that comes before it and to its own, and the kustomization its own to everything. */
  private buildNew({ namespace, resources, components, isChanging }: Kustomization): Built {
    let files = resources.flatMap(place => this.build(place).files);
    let given: string | undefined;
    for (const component of components) {
      const built = this.build(component);
      files = [...inNamespace(files, built.namespace), ...built.files.map(file => ({ ...file, isMixedIn: true }))];
      given = built.namespace ?? given;
    }
    const all = inNamespace(files, namespace);
    return { files: distinct(isChanging ? all.map(file => ({ ...file, isChanged: true })) : all), namespace: namespace ?? given };
  }
}

function inNamespace(files: readonly AppliedFile[], namespace: string | undefined): readonly AppliedFile[] {
  return namespace === undefined ? files : files.map(file => ({ ...file, namespace }));
}

function distinct(files: readonly AppliedFile[]): readonly AppliedFile[] {
  const found = new Map<string, AppliedFile>();
  for (const file of files) {
    const key = `${file.place}\n${file.namespace ?? ''}`;
    const { isChanged, isMixedIn } = found.get(key) ?? { isChanged: false, isMixedIn: true };
    found.set(key, { ...file, isChanged: file.isChanged || isChanged, isMixedIn: file.isMixedIn && isMixedIn });
  }
  return [...found.values()];
}
