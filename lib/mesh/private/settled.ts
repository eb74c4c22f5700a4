import { IConstruct } from 'constructs';

/** The trees of which nothing more is said for now, each with what was worked out from them since. */
const SETTLED = new WeakMap<IConstruct, Map<object, unknown>>();

/** Runs something while nothing more is said in a tree: what is worked out `once` meanwhile holds to its end. */
export function whileSettled<T>(root: IConstruct, action: () => T): T {
  SETTLED.set(root, new Map());
  try {
    return action();
  } finally {
    SETTLED.delete(root);
  }
}

/** What is worked out from all that was said: anew at each call, since more may have been said, and once in a settled tree. */
export function once<T>(place: IConstruct, produce: () => T): () => T {
  return () => {
    const known = SETTLED.get(place.node.root);
    if (known === undefined) {
      return produce();
    }
    if (!known.has(produce)) {
      known.set(produce, produce());
    }
    return known.get(produce) as T;
  };
}
