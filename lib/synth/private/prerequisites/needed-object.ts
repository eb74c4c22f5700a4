/** An object that another one names, and that has to be there for it. */
export interface NeededObject {
  readonly kind: string;
  /** Empty for the core group. */
  readonly group: string;
  /** Absent for kinds without namespaces; empty: the one that kubectl applies to. */
  readonly namespace?: string;
  readonly name: string;
  /** The keys that are read, sorted; empty where the whole object is taken, or nobody knows. */
  readonly keys: readonly string[];
  /** What kind of Secret it is; absent for one with any keys. */
  readonly type?: 'registry' | 'tls';
}

/** Who it is, in words that `--assume` and `cdk8s-mesh/provides` take as well: `Secret shop/tls`. */
export function titleOf({ kind, namespace, name }: NamedObject): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** Who an object is, as far as its title says. */
export interface NamedObject {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** What a title names; undefined when it is none. */
export function namedBy(title: string): NamedObject | undefined {
  const [, kind, namespace, name] = /^(\S+) (?:([^\s/]+)\/)?([^\s/]+)$/.exec(title) ?? [];
  return name === undefined ? undefined : { kind, namespace, name };
}
