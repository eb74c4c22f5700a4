import { answered } from '../once-per';
import type { Patch } from './kustomize-patches';
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
  readonly patches: readonly Patch[];
  /** Whether it is made to be shared, or comes with a component alone, which is so. */
  readonly isMixedIn: boolean;
}

/**
 * The roots of kustomizations, in the order in which they are read. They build what they name as kustomize does.
 *
 * @param isShared whether a file is made to be shared
 */
export function rootsOf(kustomizations: Kustomizations, isShared: (place: string) => boolean = () => false): readonly Root[] {
  const builder = new Builder(kustomizations, isShared);
  const named = new Set([...kustomizations.values()].flatMap(({ resources, components }) => [...resources, ...components]));
  const folders = [...kustomizations.keys()];
  // Those that name each other, which kustomize refuses, have no beginning, and begin anywhere.
  return [...folders.filter(one => !named.has(one)), ...folders].flatMap(folder => (
    builder.hasBuilt(folder) ? [] : [{ folder, files: builder.build(folder).files }]
  ));
}

/** What comes of a kustomization, and what it does, as a component, to what was there before it. */
interface Built {
  readonly files: readonly AppliedFile[];
  readonly namespace: string | undefined;
  readonly patches: readonly Patch[];
}

const NOTHING: Built = { files: [], namespace: undefined, patches: [] };

/** Kustomizations lie a few deep in each other. */
const DEEPEST = 200;

/** A few kustomizations can name millions of files by many ways, and nobody has so many: whatever names more builds nothing. */
const MOST_FILES = 500_000;

class Builder {
  private readonly known = new Map<string, Built>();
  private readonly begun = new Set<string>();
  private made = 0;

  constructor(private readonly kustomizations: Kustomizations, private readonly isShared: (place: string) => boolean) {}

  public hasBuilt(folder: string): boolean {
    return this.known.has(folder);
  }

  public build(place: string): Built {
    const kustomization = this.kustomizations.get(place);
    if (kustomization === undefined) {
      return { files: [{ place, namespace: undefined, patches: [], isMixedIn: this.isShared(place) }], namespace: undefined, patches: [] };
    }
    if (this.begun.has(place) || this.begun.size > DEEPEST || this.made > MOST_FILES) {
      return NOTHING;
    }
    return answered(this.known, place, () => {
      this.begun.add(place);
      const built = this.buildNew(kustomization);
      this.begun.delete(place);
      this.made += built.files.reduce((sum, { patches }) => sum + 1 + patches.length, 0);
      return built;
    });
  }

  /** A component puts all that comes before it, and its own, into its namespace and patches it, and the kustomization everything. */
  private buildNew({ namespace, resources, components, patches }: Kustomization): Built {
    let built: Built = { ...NOTHING, files: resources.flatMap(place => this.build(place).files) };
    for (const component of components.map(place => this.build(place))) {
      const { files, namespace: given, patches: more } = changed(built, component);
      built = { files: [...files, ...component.files.map(file => ({ ...file, isMixedIn: true }))], namespace: given, patches: more };
    }
    const whole = changed(built, { namespace, patches });
    return { ...whole, files: distinct(whole.files) };
  }
}

/** What comes of something that is put into a namespace and patched. */
function changed({ files, ...before }: Built, { namespace, patches }: Pick<Built, 'namespace' | 'patches'>): Built {
  const isSame = namespace === undefined && patches.length === 0;
  return {
    files: isSame ? files : files.map(file => ({ ...file, namespace: namespace ?? file.namespace, patches: [...file.patches, ...patches] })),
    namespace: namespace ?? before.namespace,
    patches: [...before.patches, ...patches],
  };
}

function distinct(files: readonly AppliedFile[]): readonly AppliedFile[] {
  const found = new Map<string, AppliedFile>();
  for (const file of files) {
    const key = `${file.place}\n${file.namespace ?? ''}`;
    const same = found.get(key);
    found.set(key, same === undefined ? file : {
      ...file, patches: [...new Set([...same.patches, ...file.patches])], isMixedIn: same.isMixedIn && file.isMixedIn,
    });
  }
  return [...found.values()];
}
