import { CelError } from '../cel-error';
import { CelObject } from './value';
import type { CelValue } from './value';

/** An unsigned integer of 64 bits. Rules meet one only where they write `1u` or `uint(...)`: no schema has unsigned fields. */
export class Uint extends CelObject {
  /** @throws CelError when the value is negative or wider than 64 bits. */
  public static of(value: bigint): Uint {
    if (BigInt.asUintN(64, value) !== value) {
      throw new CelError('unsigned integer overflow');
    }
    return new Uint(value);
  }

  private constructor(public readonly value: bigint) {
    super();
  }

  public get kind(): string {
    return 'uint';
  }

  public equals(other: CelValue): boolean {
    return other instanceof Uint && other.value === this.value;
  }
}
