import { answered } from '../once-per';
import { isPatch, namingOf, Step } from './kustomize-step';
import type { Kustomization } from './read-kustomizations';

/** A kustomization that no other one names, and the files whose objects it applies. */
export interface Root {
  readonly folder: string;
  readonly files: readonly AppliedFile[];
  /** Whether it names more than is built here. */
  readonly isCut: boolean;
}

/** A file as a kustomization applies it; twice, where its objects come to be called differently. */
export interface AppliedFile {
  readonly place: string;
  readonly steps: readonly Step[];
  /** Whether it comes with a component alone, which is made to be shared. */
  readonly isMixedIn: boolean;
}

/** What is built of a kustomization. */
type Buildable = Pick<Kustomization, 'resources' | 'components' | 'steps'>;

/**
 * The roots of kustomizations, in the order in which they are read. They build what they name as kustomize does.
 */
export function rootsOf(kustomizations: ReadonlyMap<string, Buildable>): readonly Root[] {
  const builder = new Builder(kustomizations);
  const named = new Set([...kustomizations.values()].flatMap(({ resources, components }) => [...resources, ...components]));
  const folders = [...kustomizations.keys()];
  // Those that name each other, which kustomize refuses, have no beginning, and begin anywhere.
  return [...folders.filter(one => !named.has(one)), ...folders].flatMap(folder => (
    builder.hasBuilt(folder) ? [] : [builder.root(folder)]
  ));
}

/** What comes of a kustomization, and what it does, as a component, to what was there before it. */
interface Built {
  readonly files: readonly AppliedFile[];
  readonly steps: readonly Step[];
}

const NOTHING: Built = { files: [], steps: [] };

/** Kustomizations lie a few deep in each other. */
const DEEPEST = 200;

/** A few kustomizations can name millions of files by many ways, and nobody has so many: whatever names more builds nothing. */
const MOST_FILES = 500_000;

/** To note another step of a file costs less than to note a file. */
const STEPS_PER_FILE = 10;

class Builder {
  private readonly known = new Map<string, Built>();
  private readonly begun = new Set<string>();
  private made = 0;
  private isCut = false;

  constructor(private readonly kustomizations: ReadonlyMap<string, Buildable>) {}

  public hasBuilt(folder: string): boolean {
    return this.known.has(folder);
  }

  public root(folder: string): Root {
    this.isCut = false;
    const { files } = this.build(folder);
    return { folder, files, isCut: this.isCut };
  }

  private build(place: string): Built {
    const kustomization = this.kustomizations.get(place);
    if (kustomization === undefined) {
      return { ...NOTHING, files: [{ place, steps: [], isMixedIn: false }] };
    }
    if (this.begun.has(place) || this.begun.size > DEEPEST || this.made > MOST_FILES) {
      this.isCut ||= this.made > MOST_FILES;
      return NOTHING;
    }
    return answered(this.known, place, () => {
      this.begun.add(place);
      const built = this.buildNew(kustomization);
      this.begun.delete(place);
      this.made += built.files.reduce((sum, { steps }) => sum + 1 + steps.length / STEPS_PER_FILE, 0);
      return built;
    });
  }

  /** A component does to all that comes before it what it does to its own, and the kustomization to everything. */
  private buildNew({ resources, components, steps }: Buildable): Built {
    let built: Built = { ...NOTHING, files: resources.flatMap(place => this.build(place).files) };
    for (const component of components.map(place => this.build(place))) {
      const { files, steps: before } = changed(built, component.steps);
      built = { files: [...files, ...component.files.map(file => ({ ...file, isMixedIn: true }))], steps: before };
    }
    const whole = changed(built, steps);
    return { ...whole, files: distinct(whole.files) };
  }
}

function changed({ files, steps: before }: Built, steps: readonly Step[]): Built {
  return {
    files: steps.length === 0 ? files : files.map(file => ({ ...file, steps: [...file.steps, ...steps] })),
    steps: [...before, ...steps],
  };
}

function distinct(files: readonly AppliedFile[]): readonly AppliedFile[] {
  const found = new Map<string, AppliedFile>();
  for (const file of files) {
    const { namespace = '', prefix, suffix } = namingOf(file.steps);
    const key = [file.place, namespace, prefix, suffix].join('\n');
    const same = found.get(key);
    found.set(key, same === undefined ? file : {
      ...file, steps: [...new Set([...same.steps, ...file.steps.filter(isPatch)])], isMixedIn: same.isMixedIn && file.isMixedIn,
    });
  }
  return [...found.values()];
}
