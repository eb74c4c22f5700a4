import { ByPair } from './by-pair';
import { Labels, selects } from './selectors';

/** Things by what they select, so that labels look at those alone that ask for one of their pairs. */
export class SelectorIndex<T> {
  private readonly byRarestPair = new ByPair<T>();
  private readonly everything: T[] = [];

  constructor(all: readonly T[], private readonly selectorOf: (one: T) => Labels) {
    const byPair = new ByPair<T>();
    all.forEach(one => byPair.addAll(selectorOf(one), one));
    all.forEach(one => this.add(one, byPair));
  }

  /** Those that select these labels; an empty selector selects all. */
  public selecting(labels: Labels): readonly T[] {
    const found = [...this.everything];
    for (const key in labels) {
      for (const one of this.byRarestPair.of(key, labels[key])) {
        if (selects(this.selectorOf(one), labels)) {
          found.push(one);
        }
      }
    }
    return found;
  }

  private add(one: T, byPair: ByPair<T>): void {
    const selector = this.selectorOf(one);
    const [rarest] = Object.keys(selector).sort((a, b) => byPair.of(a, selector[a]).length - byPair.of(b, selector[b]).length);
    if (rarest === undefined) {
      this.everything.push(one);
    } else {
      this.byRarestPair.add(rarest, selector[rarest], one);
    }
  }
}
