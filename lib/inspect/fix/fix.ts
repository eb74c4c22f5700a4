import type { ObjectPath } from '../schema/violation';

/** One change of an object. Paths are those of the object as it was written. */
export type Edit =
  /** The key at a path gets another name. */
  | { readonly kind: 'rename'; readonly path: ObjectPath; readonly to: string }
  /** The text at a path gives way to another one. */
  | { readonly kind: 'set'; readonly path: ObjectPath; readonly to: string }
  /** The value at a path becomes a mapping that has it under a key: `5` becomes `{value: 5}`. */
  | { readonly kind: 'wrap'; readonly path: ObjectPath; readonly key: string }
  /** The pair at a path moves into another mapping that is there. */
  | { readonly kind: 'move'; readonly path: ObjectPath; readonly into: ObjectPath };

/** What mends a problem for certain: all of these edits, or none. */
export type Fix = readonly Edit[];
