/** Labels, or what selects by them. */
export type Labels = Readonly<Record<string, string>>;

/** Whether labels have all pairs of a selector; an empty one selects everything. */
export function selects(selector: Labels, labels: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** Whether some pod could be selected by both: no key has different values. */
export function canMeet(one: Labels, other: Labels): boolean {
  return Object.entries(one).every(([key, value]) => !Object.hasOwn(other, key) || other[key] === value);
}

/** A selector in words: `app=shop,version=v1`, by key. */
export function selectorText(selector: Labels): string {
  return pairsOf(selector).sort().join(',');
}

/** Things by their labels, so that a selector looks at those alone that have its rarest pair. */
export class LabelIndex<T extends { readonly labels: Labels }> {
  private readonly byPair = new Map<string, T[]>();

  constructor(private readonly all: readonly T[]) {
    for (const one of all) {
      for (const pair of pairsOf(one.labels)) {
        const others = this.byPair.get(pair);
        if (others === undefined) {
          this.byPair.set(pair, [one]);
        } else {
          others.push(one);
        }
      }
    }
  }

  /** Those with all pairs of a selector, in the order in which they came; an empty one selects all. */
  public selectedBy(selector: Labels): readonly T[] {
    const candidates = pairsOf(selector).map(pair => this.byPair.get(pair) ?? []);
    const fewest = candidates.reduce((one, other) => (other.length < one.length ? other : one), this.all);
    return candidates.length < 2 ? fewest : fewest.filter(({ labels }) => selects(selector, labels));
  }
}

function pairsOf(labels: Labels): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}
