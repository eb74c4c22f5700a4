/**
 * In how many ways a text may be shared among the parts of a pattern, or of a group in it: no engine that goes back and tries the next way
 * takes more of them. The parts of a row multiply, alternatives add up.
 */
export class WayCount {
  /** of the alternatives before this one */
  private others = 0;
  /** of this alternative without its last part */
  private row = 1;
  private last = 1;

  /** @param length how long the text is at most */
  constructor(private readonly length: number) {}

  public get total(): number {
    return this.others + this.row * this.last;
  }

  /** One more part in the row, with so many ways of its own. */
  public add(ways: number): void {
    this.row *= this.last;
    this.last = ways;
  }

  /** Repeats the last part. Each time may take another of its ways, and from the least on none. */
  public repeat(least: number, most: number): void {
    const times = Math.max(Math.min(most, this.length), least);
    this.last = this.last === 1 ? times - least + 1 : this.last ** least * (this.last + 1) ** (times - least);
  }

  public alternative(): void {
    this.others = this.total;
    this.row = 1;
    this.last = 1;
  }
}
