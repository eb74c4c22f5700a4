/** Things by pairs of a key and a value. One Map within the other, since a text that joins the two would be made for each question. */
export class ByPair<T> {
  private readonly byKey = new Map<string, Map<string, T[]>>();

  public add(key: string, value: string, one: T): void {
    const byValue = this.byKey.get(key);
    if (byValue === undefined) {
      this.byKey.set(key, new Map([[value, [one]]]));
      return;
    }
    const others = byValue.get(value);
    if (others === undefined) {
      byValue.set(value, [one]);
    } else {
      others.push(one);
    }
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
