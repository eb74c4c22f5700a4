import { HttpRouteSpecRulesFiltersUrlRewrite, HttpRouteSpecRulesFiltersUrlRewritePath, HttpRouteSpecRulesFiltersUrlRewritePathType } from '../../../imports/gateway.networking.k8s.io';
import { PathMatchKind } from '../../mesh/path-match';
import type { Conditions } from '../../mesh/private/conditions';
import type { PathRewriteIntent, RewriteIntent } from '../../mesh/private/intent';
import { refuse, Where } from './unsayable';

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
  const [above, start] = [below, to].map(path => path === '/' ? '' : path);
  const rest = taken?.path.slice(above.length) ?? '';
  if (taken?.kind === PathMatchKind.EXACT) {
    return { type: REPLACE_FULL_PATH, replaceFullPath: `${start}${rest}` || '/' };
  }
  // Of "/", Istio replaces the character, so that "/7" would become "/new7".
  if (taken?.kind !== PathMatchKind.BELOW || taken.path === '/') {
    refuse(where, `replaces "${below}" at the beginning of paths that it does not match by it`, `PathMatch.below("/...") for them`);
  }
  return { type: REPLACE_PREFIX_MATCH, replacePrefixMatch: `${start}${rest}` || '/' };
}
