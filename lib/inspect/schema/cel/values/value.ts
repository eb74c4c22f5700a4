/** A value of CEL for which JavaScript has no type of its own. */
export abstract class CelObject {
  /** The name of its type, as CEL names it. */
  public abstract get kind(): string;
  /** Whether the two are equal, as the left side of `==` sees it: a list that is a set compares otherwise than a plain one. */
  public abstract equals(other: CelValue): boolean;
}

/** A value of CEL. An int is a `bigint` and a double is a `number`, so that the two never mix by accident. */
export type CelValue = null | boolean | bigint | number | string | Uint8Array | CelObject;

/** The name of the type that a value has. */
export function kindOf(value: CelValue): string {
  if (typeof value !== 'object') {
    return KINDS[typeof value];
  }
  if (value === null) {
    return 'null_type';
  }
  return value instanceof Uint8Array ? 'bytes' : value.kind;
}

const KINDS: Readonly<Record<string, string>> = { boolean: 'bool', bigint: 'int', number: 'double', string: 'string' };
