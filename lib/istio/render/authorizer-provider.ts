import type { AuthorizerIntent } from '../../mesh/private/access/authorizer-intent';
import { durationText } from '../../mesh/private/duration-text';
import type { Settings } from '../private/install/settings';
import { unlessNone } from './unless-none';

/** Who is asked whether a request may pass, as a provider of the mesh configuration. */
export function authorizerProvider(intent: AuthorizerIntent): Settings {
  const { name, by, host, port, failOpen, timeout } = intent;
  const asked = { service: host, port, failOpen: failOpen || undefined, timeout: timeout && durationText(timeout) };
  return by === 'grpc' ? { name, envoyExtAuthzGrpc: asked } : { name, envoyExtAuthzHttp: { ...asked, ...headers(intent) } };
}

/** Without a word, Envoy sends no header but `Authorization`; once some are named, that has to be named as well. */
function headers({ pathPrefix, requestHeaders, allowedHeaders, deniedHeaders }: AuthorizerIntent): Settings {
  return {
    pathPrefix,
    includeRequestHeadersInCheck: unlessNone(requestHeaders),
    headersToUpstreamOnAllow: unlessNone(allowedHeaders),
    headersToDownstreamOnDeny: unlessNone(deniedHeaders),
  };
}
