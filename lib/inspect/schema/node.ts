/** The value types a node can demand; `x` is an integer or a string, `q` a Kubernetes quantity (number or string). */
export type TypeCode = 'o' | 'a' | 's' | 'i' | 'n' | 'b' | 'x' | 'q';

/** One CEL rule of a node, as the CRD words it. */
export interface CelRule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** The place of a node in its table; `METADATA` stands for the ObjectMeta that all tables share. */
export type NodeIndex = number;

/** Stands for the shared ObjectMeta schema wherever a node index can stand. */
export const METADATA: NodeIndex = -1;

/**
 * One schema in the form the tables hold it. Keys are short because thousands of them are read at every start; equal nodes stand once
 * in a table and are referred to by index. An absent key means that the schema says nothing.
 *
 * What belongs to a single property (its default, its release) stands at the object that has the property, so that more nodes are equal.
 */
export interface SchemaNode {
  /** the type a value must have */
  readonly t?: TypeCode;
  /** the format of a string; in a native table also the width of an integer */
  readonly f?: string;
  /** 1: null is a value of its own (otherwise a null field is as good as absent) */
  readonly nul?: 1;
  /** properties */
  readonly p?: Readonly<Record<string, NodeIndex>>;
  /** the defaults that stand for absent properties */
  readonly d?: Readonly<Record<string, unknown>>;
  /** required properties */
  readonly r?: readonly string[];
  /** additionalProperties */
  readonly a?: NodeIndex;
  /** 1: unknown fields are kept */
  readonly k?: 1;
  /** 1: a whole Kubernetes object is embedded here */
  readonly emb?: 1;
  /** items */
  readonly i?: NodeIndex;
  /** list type: the items, or their keys `lk`, are unique */
  readonly lt?: 'set' | 'map';
  readonly lk?: readonly string[];
  /** enum */
  readonly e?: readonly unknown[];
  /** pattern */
  readonly re?: string;
  /** bounds of a number; `xmin` and `xmax` are 1 when the bound itself is excluded */
  readonly min?: number;
  readonly max?: number;
  readonly xmin?: 1;
  readonly xmax?: 1;
  /** multipleOf */
  readonly mul?: number;
  /** bounds of the length of a string, of the items of a list, of the properties of an object */
  readonly minl?: number;
  readonly maxl?: number;
  readonly mini?: number;
  readonly maxi?: number;
  readonly minp?: number;
  readonly maxp?: number;
  /** anyOf, oneOf, allOf, not */
  readonly any?: readonly NodeIndex[];
  readonly one?: readonly NodeIndex[];
  readonly all?: readonly NodeIndex[];
  readonly not?: NodeIndex;
  /** CEL rules */
  readonly v?: readonly CelRule[];
  /** the Istio release that brought a property, where that is not the oldest known one */
  readonly s?: Readonly<Record<string, string>>;
  /** the Istio release that brought an enum value */
  readonly es?: Readonly<Record<string, string>>;
}

/** One version of a kind. Without `root` the version is served, but its schema is not known. */
export interface VersionEntry {
  readonly root?: NodeIndex;
  /** the first and the last Istio release that serve the version, where those are not the oldest and the newest known ones */
  readonly since?: string;
  readonly last?: string;
}

/** One kind of a group. */
export interface KindEntry {
  readonly scope: 'Namespaced' | 'Cluster';
  /** 1: other versions than these may be served too, because the table was made from a copy that lists only what we generate from */
  readonly more?: 1;
  readonly versions: Readonly<Record<string, VersionEntry>>;
}

/** The kinds of one API group. */
export type GroupKinds = Readonly<Record<string, KindEntry>>;

/** The schemas of one API group, or of all built-in groups: what one file of the tables holds. */
export interface SchemaTable {
  readonly nodes: readonly SchemaNode[];
  readonly groups: Readonly<Record<string, GroupKinds>>;
  /** 1: objects are decoded into the API server's own Go types, which forgive null and tell no absent from an empty value */
  readonly native?: 1;
}

/** What is known of one group without reading its table. */
export interface GroupEntry {
  readonly file: string;
  /** 1: the group has no other kinds than these */
  readonly closed?: 1;
  readonly kinds: readonly string[];
}

export const INDEX_FILE = 'index.json';

/** The content of `INDEX_FILE`: which file knows which group, and the ObjectMeta that every object has. */
export interface SchemaIndex {
  readonly groups: Readonly<Record<string, GroupEntry>>;
  readonly metadata: MetadataTable;
}

/** The ObjectMeta that every object has, in native form. */
export interface MetadataTable {
  readonly nodes: readonly SchemaNode[];
  readonly root: NodeIndex;
}
