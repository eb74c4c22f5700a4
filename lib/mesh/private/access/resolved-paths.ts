import { PathMatch, PathMatchKind } from '../../path-match';

/**
 * Servers may decode and resolve more of a path than the mesh does before it compares: `/public/..%5Cadmin` begins as `/public` does, and is
 * `/admin` to some.
 *
 * @param unresolved how to have the mesh do as much, as a sentence; undefined: it does
 * @throws when a path that is let in stands for others, and the mesh would take others yet for these
 */
export function requireResolved(paths: readonly PathMatch[] = [], unresolved: string | undefined, place: string): void {
  const wide = paths.find(({ kind, _takesEvery }) => kind !== PathMatchKind.EXACT && !_takesEvery);
  if (wide !== undefined && unresolved !== undefined) {
    throw new Error(`${place}: a path that begins with "${wide.path}" may lead to any page, as "${wide.path.replace(/\/$/, '')}/..%5Cadmin" does for many servers, and the mesh compares paths without normalizing them. ${unresolved}, or use PathMatch.exact for each path.`);
  }
}
