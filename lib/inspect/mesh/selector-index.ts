import { ByPair } from './by-pair';
import { Labels, selects } from './selectors';

/** Things by what they select, so that labels look at those alone that ask for one of their pairs. */
export class SelectorIndex<T> {
  private readonly byRarestPair = new ByPair<Selecting<T>>();
  private readonly everything: T[] = [];

  constructor(all: readonly T[], selectorOf: (one: T) => Labels) {
    const selecting = all.map(one => ({ one, selector: selectorOf(one) }));
    const byPair = new ByPair<Selecting<T>>();
    selecting.forEach(one => byPair.addAll(one.selector, one));
    selecting.forEach(one => this.add(one, byPair));
  }

  /** Those that select these labels; an empty selector selects all. */
  public selecting(labels: Labels): readonly T[] {
    const found = [...this.everything];
    for (const key in labels) {
      for (const { one, selector } of this.byRarestPair.of(key, labels[key])) {
        if (selects(selector, labels)) {
          found.push(one);
        }
      }
    }
    return found;
  }

  private add(selecting: Selecting<T>, byPair: ByPair<Selecting<T>>): void {
    const { one, selector } = selecting;
    const [rarest] = Object.keys(selector).sort((a, b) => byPair.of(a, selector[a]).length - byPair.of(b, selector[b]).length);
    if (rarest === undefined) {
      this.everything.push(one);
    } else {
      this.byRarestPair.add(rarest, selector[rarest], selecting);
    }
  }
}

interface Selecting<T> {
  readonly one: T;
  readonly selector: Labels;
}
