import { PathMatch } from '../../path-match';

/** A path as somebody has said it, for errors. */
export function pathText(path: PathMatch | undefined): string {
  return path === undefined ? 'every path' : `PathMatch.${path.kind}("${path.path}")`;
}
