import { VirtualServiceSpecHttpRewrite } from '../../../imports/networking.istio.io';
import type { PathRewriteIntent, RewriteIntent } from '../../mesh/private/intent';

/** What a service gets to see instead of what the client sent, as a rule of a VirtualService says it. */
export function httpRewrite({ host, path }: RewriteIntent): VirtualServiceSpecHttpRewrite {
  return { authority: host, ...path && pathRewrite(path) };
}

/**
 * With `uri`, Istio replaces the text that matched a prefix, so that `/old` becoming `/` would leave `//7` of `/old/7`. The regular expression does
 * the same whatever matched: a gateway may take less than the service does.
 */
function pathRewrite({ below, to }: PathRewriteIntent): VirtualServiceSpecHttpRewrite {
  if (below === undefined) {
    return { uri: to };
  }
  const [above, start] = [below, to].map(path => path === '/' ? '' : path);
  const quoted = above.replace(/[.*+$()[\]]/g, '\\$&');
  return { uriRegexRewrite: start === '' ? { match: `^${quoted}(?:/(.*))?$`, rewrite: '/\\1' } : { match: `^${quoted}(/.*)?$`, rewrite: `${start}\\1` } };
}
