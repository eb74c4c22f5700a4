import { groupBy } from '../group-by';
import { ByPair } from './by-pair';

/** Labels, or what selects by them. */
export type Labels = Readonly<Record<string, string>>;

/** Whether labels have all pairs of a selector; an empty one selects everything. */
export function selects(selector: Labels, labels: Labels): boolean {
  for (const key in selector) {
    if (labels[key] !== selector[key]) {
      return false;
    }
  }
  return true;
}

/** Whether some pod could be selected by both: no key has different values. */
export function canMeet(one: Labels, other: Labels): boolean {
  for (const key in one) {
    if (Object.hasOwn(other, key) && other[key] !== one[key]) {
      return false;
    }
  }
  return true;
}

/** A selector in words: `app=shop,version=v1`, by key. */
export function selectorText(selector: Labels): string {
  return Object.entries(selector).map(([key, value]) => `${key}=${value}`).sort().join(',');
}

/** Things by their labels, so that a selector looks at those alone that have its rarest pair. */
export class LabelIndex<T extends { readonly labels: Labels }> {
  private readonly byPair = new ByPair<T>();

  constructor(private readonly all: readonly T[]) {
    all.forEach(one => this.byPair.addAll(one.labels, one));
  }

  /** Those with all pairs of a selector, in the order in which they came; an empty one selects all. */
  public selectedBy(selector: Labels): readonly T[] {
    let [fewest, pairs] = [this.all, 0];
    for (const key in selector) {
      const candidates = this.byPair.of(key, selector[key]);
      fewest = candidates.length < fewest.length ? candidates : fewest;
      pairs += 1;
    }
    return pairs < 2 ? fewest : fewest.filter(({ labels }) => selects(selector, labels));
  }
}

interface Labelled {
  readonly namespace: string;
  readonly labels: Labels;
}

/** Things by their labels, for each namespace. */
export function indexesByNamespace<T extends Labelled>(all: readonly T[]): ReadonlyMap<string, LabelIndex<T>> {
  return new Map([...groupBy(all, ({ namespace }) => namespace)].map(([namespace, some]) => [namespace, new LabelIndex(some)]));
}
