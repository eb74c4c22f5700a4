import { equal } from './equal';
import { Uint } from './uint';
import { CelObject } from './value';
import type { CelValue } from './value';

/** What can be looked up by key: a map, or an object with its fields. */
export abstract class CelMap extends CelObject {
  /** A map with these entries; of two with one key, the later counts. */
  public static of(entries: Iterable<readonly [CelValue, CelValue]>): CelMap {
    return new EntryMap(entries);
  }

  public abstract get size(): number;
  public abstract get keys(): readonly CelValue[];

  public get kind(): string {
    return 'map';
  }

  public equals(other: CelValue): boolean {
    return other instanceof CelMap && other.size === this.size && this.keys.every(key => {
      const found = other.find(key);
      return found !== undefined && equal(this.find(key)!, found);
    });
  }

  /** The value of a key, or undefined without one. */
  public abstract find(key: CelValue): CelValue | undefined;
}

class EntryMap extends CelMap {
  private readonly entries = new Map<unknown, readonly [CelValue, CelValue]>();

  constructor(entries: Iterable<readonly [CelValue, CelValue]>) {
    super();
    for (const entry of entries) {
      this.entries.set(identity(entry[0]), entry);
    }
  }

  public get size(): number {
    return this.entries.size;
  }

  public get keys(): readonly CelValue[] {
    return [...this.entries.values()].map(([key]) => key);
  }

  public find(key: CelValue): CelValue | undefined {
    return this.entries.get(identity(key))?.[1];
  }
}

/** What two equal keys have in common: `1`, `1u` and `1.0` are one key. */
function identity(key: CelValue): unknown {
  if (key instanceof Uint) {
    return key.value;
  }
  return Number.isInteger(key) ? BigInt(key as number) : key;
}
