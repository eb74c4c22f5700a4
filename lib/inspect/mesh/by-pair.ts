import { addTo } from '../group-by';
import { answered } from '../once-per';

/** Things by pairs of a key and a value. One Map within the other, since a text that joins the two would be made for each question. */
export class ByPair<T> {
  private readonly byKey = new Map<string, Map<string, T[]>>();

  public add(key: string, value: string, one: T): void {
    addTo(answered(this.byKey, key, () => new Map<string, T[]>()), value, one);
  }

  public addAll(labels: Readonly<Record<string, string>>, one: T): void {
    for (const key in labels) {
      this.add(key, labels[key], one);
    }
  }

  /** In the order in which they came. */
  public of(key: string, value: string): readonly T[] {
    return this.byKey.get(key)?.get(value) ?? NOTHING;
  }
}

const NOTHING: readonly never[] = [];
