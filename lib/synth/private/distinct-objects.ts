import { isDeepStrictEqual } from 'node:util';
import { identityOf } from './object-identity';
import { RenderedObject } from './rendered-chart';

/**
 * Refuses two different objects of one kind, namespace and name in one folder, whichever charts they are of: `kubectl apply` would keep the last of
 * them without a word. Twins do no harm.
 *
 * @throws with the paths of both
 */
export function requireDistinct(objects: readonly RenderedObject[]): void {
  const known = new Map<string, RenderedObject>();
  for (const object of objects) {
    const identity = identityOf(object.manifest);
    const other = identity === undefined ? undefined : known.get(identity);
    if (identity !== undefined && other === undefined) {
      known.set(identity, object);
    }
    if (other !== undefined && !isDeepStrictEqual(other.manifest, object.manifest)) {
      throw new Error(`${object.origin}: renders ${identity}, which ${other.origin} also renders with different content; only the last of the two would apply. Rename or remove one of them.`);
    }
  }
}
