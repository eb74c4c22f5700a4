import { CelObject, kindOf } from './value';
import type { CelValue } from './value';

/** A type as a value: what `type(self)` gives, and what `int` means where it is not called. */
export class CelType extends CelObject {
  public static of(value: CelValue): CelType {
    return new CelType(kindOf(value));
  }

  constructor(public readonly name: string) {
    super();
  }

  public get kind(): string {
    return 'type';
  }

  public equals(other: CelValue): boolean {
    return other instanceof CelType && other.name === this.name;
  }
}

/** The types that rules can name. */
export const TYPE_NAMES: ReadonlySet<string> = new Set([
  'bool', 'bytes', 'double', 'int', 'list', 'map', 'null_type', 'string', 'type', 'uint', 'optional_type',
  'google.protobuf.Duration', 'google.protobuf.Timestamp', 'net.IP', 'net.CIDR',
]);
