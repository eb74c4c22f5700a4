import type { AddressBlock } from '../address-blocks';
import { groupBy } from '../group-by';

/** Something with addresses. */
export interface Addressed {
  readonly block: AddressBlock;
}

/** Things by their addresses, so that ranges find what they meet, or leave out, without a look at each. */
export class AddressIndex<T extends Addressed> {
  private readonly families: ReadonlyMap<string, Family<T>>;

  constructor(all: readonly T[]) {
    this.families = new Map([...groupBy(all, ({ block }) => block.family)].map(([family, some]) => [family, new Family(some)]));
  }

  /** One that has an address of a range. */
  public overlapping(range: AddressBlock): T | undefined {
    return this.families.get(range.family)?.overlapping(range);
  }

  /** One that is in none of some ranges as a whole. */
  public outside(ranges: readonly AddressBlock[]): T | undefined {
    return [...this.families].map(([name, family]) => family.outside(ranges.filter(range => range.family === name))).find(one => one !== undefined);
  }
}

/** Blocks lie within each other or apart, so that those which begin in a range are in it, but for wider ones that begin with it. */
class Family<T extends Addressed> {
  private readonly sorted: readonly T[];
  /** Of each thing and those before it the one that reaches farthest. */
  private readonly farthest: readonly T[];

  constructor(all: readonly T[]) {
    this.sorted = [...all].sort(byPlace);
    let last = this.sorted[0];
    this.farthest = this.sorted.map(one => (last = one.block.last > last.block.last ? one : last));
  }

  public overlapping({ first, last }: AddressBlock): T | undefined {
    const place = this.firstFrom(first);
    const [within, before] = [this.sorted.at(place), place === 0 ? undefined : this.farthest[place - 1]];
    return within !== undefined && within.block.first <= last ? within : before !== undefined && before.block.last >= first ? before : undefined;
  }

  public outside(ranges: readonly AddressBlock[]): T | undefined {
    let place = 0;
    for (const { first, last } of [...ranges].sort(widestFirst)) {
      const next = this.sorted.at(place);
      if (next === undefined || next.block.first < first) {
        return next;
      }
      const widest = this.sorted[this.firstFrom(first + 1n) - 1];
      if (widest?.block.first === first && widest.block.last > last && place <= this.firstFrom(first)) {
        return widest;
      }
      place = Math.max(place, this.firstFrom(last + 1n));
    }
    return this.sorted.at(place);
  }

  private firstFrom(address: bigint): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      [low, high] = this.sorted[middle].block.first < address ? [middle + 1, high] : [low, middle];
    }
    return low;
  }
}

function byPlace({ block: one }: Addressed, { block: other }: Addressed): number {
  return one.first === other.first ? compare(one.last, other.last) : compare(one.first, other.first);
}

function widestFirst(one: AddressBlock, other: AddressBlock): number {
  return one.first === other.first ? compare(other.last, one.last) : compare(one.first, other.first);
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : Number(one > other);
}
