import { PathMatch, PathMatchKind } from '../../path-match';

/** Whether one can tell which paths two have in common: not of a regular expression, unless the other is a single path or every one. */
export function areComparable(a: PathMatch, b: PathMatch): boolean {
  const isClear = [a, b].some(({ kind, _takesEvery }) => kind === PathMatchKind.EXACT || _takesEvery);
  return isClear || [a, b].every(({ kind }) => kind !== PathMatchKind.REGEX);
}

/** The paths that both take, of two that are comparable; undefined when there are none. */
export function narrowerPath(a: PathMatch, b: PathMatch): PathMatch | undefined {
  const exact = [a, b].find(({ kind }) => kind === PathMatchKind.EXACT);
  if (exact !== undefined) {
    return a._takes(exact.path) && b._takes(exact.path) ? exact : undefined;
  }
  const root = [a, b].find(({ _takesEvery }) => _takesEvery);
  if (root !== undefined) {
    return root === a ? b : a;
  }
  // One lies within the other, or they are apart. Of one text, what lies below it is less than what begins so.
  const within = [a, b].filter((path, index) => [b, a][index]._takes(path.path));
  return within.find(({ kind }) => kind === PathMatchKind.BELOW && within.length > 1) ?? within[0];
}

/** Whether all that a path takes is taken by another, to which it is comparable. */
export function isWithin(path: PathMatch, whole: PathMatch): boolean {
  const narrower = narrowerPath(whole, path);
  return narrower?.kind === path.kind && narrower.path === path.path;
}
