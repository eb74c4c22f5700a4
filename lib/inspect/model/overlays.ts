import { environmentIn, shortName } from '../environment-names';
import { groupBy } from '../group-by';
import type { Root } from './kustomized-roots';

/** Roots of which one or the other is applied, such as `dev` and `prod` of one base, by what they are called in their family. */
export interface Family {
  readonly members: ReadonlyMap<string, readonly Root[]>;
}

/** What files hold, by their places. */
export interface FileContents {
  /** Whether all that a file holds is such that applications have it in common. */
  readonly isCommon: (place: string) => boolean;
  /** What is applied under one name overwrites what is there. */
  readonly namesAt: (place: string) => readonly string[];
}

/**
 * Roots that share a file are overlays of it: a family, if they are several. Components are made to be shared, and make nobody another's overlay;
 * nor do files with common things, unless the folders are for environments. Folders of environments are alternatives as well where one would
 * overwrite what the other applies. What distinguishes the folders of a family names its members: of `overlays/shop-dev` and `overlays/shop-prod`
 * these are `dev` and `prod`.
 */
export function familiesOf(roots: readonly Root[], { isCommon, namesAt }: FileContents): readonly Family[] {
  const firstOf = new Map<string, Root>();
  const kin = new Kin<Root>();
  for (const root of roots) {
    const beside = environmentIn(root.folder)?.beside;
    for (const place of ownPlaces(root)) {
      const common = isCommon(place) ? [] : [place];
      for (const tie of beside === undefined ? common : [...common, `${place}\n${beside}`, ...namesAt(place).map(name => `${name}\n${beside}`)]) {
        kin.unite(firstOf.get(tie) ?? root, root);
        firstOf.set(tie, root);
      }
    }
  }
  const families = [...groupBy(roots, root => kin.elderOf(root)).values()].map(family => ({ members: named(family) }));
  return families.filter(({ members }) => members.size > 1);
}

function ownPlaces({ files }: Root): string[] {
  return files.filter(({ isMixedIn }) => !isMixedIn).map(({ place }) => place);
}

/** Roots that are applied together, and what may be there, too: all members of families that have none of their name. */
export interface AppliedTogether {
  readonly own: readonly Root[];
  readonly others: readonly Root[];
}

/** Members of one name are applied together: the `dev` of one family with the `dev` of all others. They come in the same order, however files do. */
export function* appliedTogether(families: readonly Family[]): Iterable<AppliedTogether> {
  for (const name of new Set(families.flatMap(({ members }) => [...members.keys()]).sort())) {
    yield {
      own: families.flatMap(({ members }) => members.get(name) ?? []),
      others: families.filter(({ members }) => !members.has(name)).flatMap(({ members }) => [...members.values()].flat()),
    };
  }
}

/** Who belongs together, directly or by way of others. */
class Kin<T> {
  private readonly elders = new Map<T, T>();

  public elderOf(one: T): T {
    let elder = one;
    for (let above = this.elders.get(elder); above !== undefined; above = this.elders.get(elder)) {
      elder = above;
    }
    // Whoever asks again has a short way.
    for (let below = one; below !== elder;) {
      const above = this.elders.get(below)!;
      this.elders.set(below, elder);
      below = above;
    }
    return elder;
  }

  public unite(one: T, other: T): void {
    const [elder, younger] = [this.elderOf(one), this.elderOf(other)];
    if (elder !== younger) {
      this.elders.set(younger, elder);
    }
  }
}

function named(family: readonly Root[]): ReadonlyMap<string, readonly Root[]> {
  const byEnvironment = groupBy(family, ({ folder }) => environmentIn(folder)?.name ?? '');
  if (!byEnvironment.has('') && [...byEnvironment.values()].every(areDistinct)) {
    return byEnvironment;
  }
  const words = family.map(({ folder }) => folder.split(/[/\\._-]+/).map(shortName));
  const shortest = Math.min(...words.map(({ length }) => length));
  const start = sharedLength(words, shortest);
  const end = sharedLength(words.map(steps => [...steps].reverse()), shortest - start);
  const names = words.map(steps => steps.slice(start, steps.length - end).join('/'));
  // Folders such as `dev` and `development` are two all the same.
  return new Map(family.map((root, index) => [names.indexOf(names[index]) === index ? names[index] : root.folder, [root]]));
}

/** Whether roots share no file, so that they may be applied together. */
function areDistinct(roots: readonly Root[]): boolean {
  const places = roots.flatMap(ownPlaces);
  return new Set(places).size === places.length;
}

/** How many steps all have in common from the first on. */
function sharedLength(lists: ReadonlyArray<readonly string[]>, most: number): number {
  let length = 0;
  while (length < most && lists.every(list => list[length] === lists[0][length])) {
    length += 1;
  }
  return length;
}
