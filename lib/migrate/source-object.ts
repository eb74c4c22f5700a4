/** An object that was read, and what is known of its place. */
export interface SourceObject {
  readonly value: Readonly<Record<string, unknown>>;
  /** The comments in front of it, a line each. */
  readonly comments: readonly string[];
  /** Where it stands. It takes time to find out. */
  readonly place: () => Place;
}

/** A line of a file. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What an object is called in reports. */
export interface ObjectName {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** `VirtualService shop/orders` */
export function nameText({ kind, namespace, name }: ObjectName): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
