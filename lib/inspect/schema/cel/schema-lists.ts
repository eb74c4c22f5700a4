import { noSuchOverload } from './cel-error';
import { CelList } from './values/cel-list';
import { CelMap } from './values/cel-map';
import { equal } from './values/equal';
import { textOf } from './values/text-of';
import { kindOf } from './values/value';
import type { CelValue } from './values/value';

/** A list of an object. It can be compared with other lists only. */
export class PlainList extends CelList {
  public equals(other: CelValue): boolean {
    if (!(other instanceof CelList)) {
      throw noSuchOverload();
    }
    return super.equals(other);
  }
}

/** A list with `x-kubernetes-list-type: set`: its order does not count, and `+` adds what is not yet in it. */
export class SetList extends CelList {
  public equals(other: CelValue): boolean {
    if (!(other instanceof CelList)) {
      throw noSuchOverload();
    }
    const own = new Set(this.items);
    return other.size === this.size && other.items.every(item => own.has(item));
  }

  public plus(other: CelList): CelList {
    const items = [...new Set([...this.items, ...other.items])];
    return new SetList(items.length, () => items);
  }
}

/** A list with `x-kubernetes-list-type: map`: its order does not count, and `+` replaces the items that have the keys of added ones. */
export class MapList extends CelList {
  constructor(size: number, load: () => readonly CelValue[], private readonly keys: readonly string[]) {
    super(size, load);
  }

  public equals(other: CelValue): boolean {
    if (!(other instanceof CelList)) {
      throw noSuchOverload();
    }
    const own = this.byKey(this.items);
    return other.size === this.size && other.items.every(item => {
      const counterpart = own.get(this.keyOf(item));
      return counterpart !== undefined && equal(counterpart, item);
    });
  }

  public plus(other: CelList): CelList {
    const items = [...this.byKey([...this.items, ...other.items]).values()];
    return new MapList(items.length, () => items, this.keys);
  }

  private byKey(items: readonly CelValue[]): Map<string, CelValue> {
    return new Map(items.map(item => [this.keyOf(item), item]));
  }

  private keyOf(item: CelValue): string {
    return JSON.stringify(this.keys.map(key => {
      const value = item instanceof CelMap ? item.find(key) : undefined;
      return value === undefined ? null : [kindOf(value), textOf(value)];
    }));
  }
}
