import { HttpRouteSpecRulesFiltersUrlRewrite, HttpRouteSpecRulesFiltersUrlRewritePath, HttpRouteSpecRulesFiltersUrlRewritePathType } from '../../../imports/gateway.networking.k8s.io';
import { PathMatchKind } from '../../mesh/path-match';
import type { PathRewriteIntent, RewriteIntent } from '../../mesh/private/intent';
import type { Conditions } from '../../mesh/private/routing/conditions';
import { refuse, Where } from './refuse';

/** What a service gets to see instead of what the client sent, as a rule of an HTTPRoute says it that takes these requests alone. */
export function httpRouteRewrite({ host, path }: RewriteIntent, taken: Conditions, where: Where): HttpRouteSpecRulesFiltersUrlRewrite {
  return { hostname: host, path: path && pathRewrite(path, taken, where) };
}

const { REPLACE_FULL_PATH, REPLACE_PREFIX_MATCH } = HttpRouteSpecRulesFiltersUrlRewritePathType;

/** A part of a path is replaced that is always the one that was matched, and a gateway may match more of it than the service does. */
function pathRewrite({ below, to }: PathRewriteIntent, { path: taken }: Conditions, where: Where): HttpRouteSpecRulesFiltersUrlRewritePath {
  if (below === undefined) {
    return { type: REPLACE_FULL_PATH, replaceFullPath: to };
  }
  // Of "/", Istio replaces the character, so that "/7" would become "/new7".
  if (taken === undefined || taken.path === '/' || !PARTS.has(taken.kind)) {
    return refuse(where, `replaces "${below}" at the beginning of paths that it does not match by it`, 'PathMatch.below("/...") for them');
  }
  const [above, start] = [below, to].map(path => path === '/' ? '' : path);
  const path = `${start}${taken.path.slice(above.length)}` || '/';
  return taken.kind === PathMatchKind.EXACT
    ? { type: REPLACE_FULL_PATH, replaceFullPath: path }
    : { type: REPLACE_PREFIX_MATCH, replacePrefixMatch: path };
}

const PARTS: ReadonlySet<PathMatchKind> = new Set([PathMatchKind.EXACT, PathMatchKind.BELOW]);
