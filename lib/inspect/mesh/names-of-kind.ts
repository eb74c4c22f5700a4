import { groupBy } from '../group-by';
import type { ObjectSet } from './object-set';
import { perKey } from './per-key';

/** The names of the objects of a kind that a set shows in a namespace: one list for all who ask, so that what follows from it may be kept. */
export function namesIn(set: ObjectSet, kind: string, namespace: string): readonly string[] {
  return byNamespace(set, kind, () => new Map(
    [...groupBy(set.of(kind), one => one.namespace)].map(([theirs, ofKind]) => [theirs, ofKind.map(({ name }) => name)]),
  )).get(namespace) ?? NONE;
}

const byNamespace = perKey<ReadonlyMap<string, readonly string[]>>();

const NONE: readonly never[] = [];
