import { PathMatch, PathMatchKind } from '../path-match';

/**
 * The paths that both take; undefined when there are none.
 *
 * @throws when nobody can tell, since one is a regular expression and the other no single path
 */
export function narrowerPath(a: PathMatch, b: PathMatch): PathMatch | undefined {
  const exact = [a, b].find(({ kind }) => kind === PathMatchKind.EXACT);
  if (exact !== undefined) {
    return a._takes(exact.path) && b._takes(exact.path) ? exact : undefined;
  }
  const root = [a, b].find(({ _takesEvery }) => _takesEvery);
  if (root !== undefined) {
    return root === a ? b : a;
  }
  if (a.kind === PathMatchKind.REGEX || b.kind === PathMatchKind.REGEX) {
    throw new Error(`nobody can tell which paths are like "${a.path}" and like "${b.path}"`);
  }
  // One lies within the other, or they are apart. Of one text, what lies below it is less than what begins so.
  const within = [a, b].filter((path, index) => [b, a][index]._takes(path.path));
  return within.find(({ kind }) => kind === PathMatchKind.BELOW && within.length > 1) ?? within[0];
}
