import { shortName } from '../environment-names';
import { groupBy } from '../group-by';
import type { Root } from './kustomized-roots';

/** Roots of which one or the other is applied, such as `dev` and `prod` of one base, by what they are called in their family. */
export interface Family {
  readonly members: ReadonlyMap<string, Root>;
}

/**
 * Roots that share a file are overlays of it: a family, if they are several. Components are made to be shared, and make nobody another's overlay.
 * What distinguishes the folders of a family names its members: of `overlays/shop-dev` and `overlays/shop-prod` these are `dev` and `prod`.
 */
export function familiesOf(roots: readonly Root[]): readonly Family[] {
  const firstOf = new Map<string, Root>();
  const kin = new Kin<Root>();
  for (const root of roots) {
    for (const { place } of root.files.filter(({ isMixedIn }) => !isMixedIn)) {
      kin.unite(firstOf.get(place) ?? root, root);
      firstOf.set(place, root);
    }
  }
  return [...groupBy(roots, root => kin.elderOf(root)).values()].filter(({ length }) => length > 1).map(family => ({ members: named(family) }));
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
      others: families.filter(({ members }) => !members.has(name)).flatMap(({ members }) => [...members.values()]),
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

function named(family: readonly Root[]): ReadonlyMap<string, Root> {
  const words = family.map(({ folder }) => folder.split(/[/\\._-]+/).map(shortName));
  const shortest = Math.min(...words.map(({ length }) => length));
  const start = sharedLength(words, shortest);
  const end = sharedLength(words.map(steps => [...steps].reverse()), shortest - start);
  const names = words.map(steps => steps.slice(start, steps.length - end).join('/'));
  // Folders such as `dev` and `development` are two all the same.
  return new Map(family.map((root, index) => [names.indexOf(names[index]) === index ? names[index] : root.folder, root]));
}

/** How many steps all have in common from the first on. */
function sharedLength(lists: ReadonlyArray<readonly string[]>, most: number): number {
  let length = 0;
  while (length < most && lists.every(list => list[length] === lists[0][length])) {
    length += 1;
  }
  return length;
}
