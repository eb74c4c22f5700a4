import { PathMatchKind } from '../../path-match';
import { Rewrite } from '../../rewrite';
import type { PathRewriteIntent, RewriteIntent } from '../intent';
import type { Conditions } from './conditions';
import { requirePath } from './paths';
import { requireHostText } from './require-host-text';

/**
 * @param alternatives what the requests are whose path is rewritten
 * @throws when nothing is rewritten, or nobody can tell which part of a path
 */
export function rewriteIntent({ host, path }: Rewrite, place: string, alternatives: readonly Conditions[]): RewriteIntent {
  if (host === undefined && path === undefined) {
    throw new Error(`${place}: a rewrite changes the path, the host, or both. Use { path: "/..." } or { host: "..." }.`);
  }
  requireHostText(host, `${place}: rewrite.host`);
  return { host, path: path === undefined ? undefined : pathRewrite(requirePath(path, `${place}: rewrite.path`), place, alternatives) };
}

/** A mesh replaces the text that a prefix has, so that `/older` would become `/newer`. */
function pathRewrite(to: string, place: string, alternatives: readonly Conditions[]): PathRewriteIntent {
  const [{ path: taken }, ...others] = alternatives;
  if (taken === undefined || others.some(({ path }) => path?.kind !== taken.kind || path.path !== taken.path)) {
    throw new Error(`${place}: it is unclear which part of a path "${to}" replaces. Match one path: Match.path(PathMatch.below("/...")), and use separate routes for other paths.`);
  }
  if (taken.kind === PathMatchKind.PREFIX) {
    throw new Error(`${place}: of a path that begins with "${taken.path}", "${to}" would replace part of a word. Use PathMatch.below("${taken.path}") for that path and those below it.`);
  }
  return taken.kind === PathMatchKind.BELOW ? { below: taken.path, to: to.replace(/(?<=.)\/+$/, '') } : { to };
}
