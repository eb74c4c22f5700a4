import { Labels, selects } from './selectors';

/** Things by what they select, so that labels look at those alone that ask for one of their pairs. */
export class SelectorIndex<T> {
  private readonly byPair = new Map<string, T[]>();
  private readonly everything: T[] = [];

  constructor(all: readonly T[], private readonly selectorOf: (one: T) => Labels) {
    const counts = new Map<string, number>();
    all.flatMap(one => pairsOf(selectorOf(one))).forEach(pair => counts.set(pair, (counts.get(pair) ?? 0) + 1));
    for (const one of all) {
      const [rarest] = pairsOf(selectorOf(one)).sort((a, b) => counts.get(a)! - counts.get(b)!);
      if (rarest === undefined) {
        this.everything.push(one);
      } else {
        const others = this.byPair.get(rarest) ?? [];
        others.push(one);
        this.byPair.set(rarest, others);
      }
    }
  }

  /** Those that select these labels; an empty selector selects all. */
  public selecting(labels: Labels): readonly T[] {
    const candidates = pairsOf(labels).flatMap(pair => this.byPair.get(pair) ?? []);
    return [...this.everything, ...candidates.filter(one => selects(this.selectorOf(one), labels))];
  }
}

function pairsOf(labels: Labels): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}
