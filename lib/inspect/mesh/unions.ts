/** Groups put together. What is asked of the same groups again is worked out once: thousands of objects may be in the same few. */
export class Unions<T> {
  private readonly numbers = new Map<readonly T[], number>();
  private readonly known = new Map<string, readonly T[]>();

  /** What is in some groups, each once; `order` sorts it. */
  constructor(private readonly order?: (one: T, other: T) => number) {}

  public of(groups: ReadonlyArray<readonly T[]>): readonly T[] {
    const key = [...new Set(groups.map(group => this.numberOf(group)))].sort((one, other) => one - other).join(' ');
    const union = this.known.get(key) ?? this.sorted([...new Set(groups.flat())]);
    this.known.set(key, union);
    return union;
  }

  private sorted(all: T[]): readonly T[] {
    return this.order === undefined ? all : all.sort(this.order);
  }

  private numberOf(group: readonly T[]): number {
    const number = this.numbers.get(group) ?? this.numbers.size;
    this.numbers.set(group, number);
    return number;
  }
}
