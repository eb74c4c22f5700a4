import { equal } from './equal';
import { CelObject } from './value';
import type { CelValue } from './value';

/** A list. Its items are made when they are first asked for, so that `size` of a long list costs nothing. */
export class CelList extends CelObject {
  public static of(items: readonly CelValue[]): CelList {
    return new CelList(items.length, () => items);
  }

  private loaded: readonly CelValue[] | undefined;

  constructor(public readonly size: number, private readonly load: () => readonly CelValue[]) {
    super();
  }

  public get kind(): string {
    return 'list';
  }

  public get items(): readonly CelValue[] {
    return this.loaded ??= this.load();
  }

  public equals(other: CelValue): boolean {
    return other instanceof CelList && other.size === this.size && this.items.every((item, index) => equal(item, other.items[index]));
  }

  public plus(other: CelList): CelList {
    return CelList.of([...this.items, ...other.items]);
  }
}
