import { VirtualServiceSpecHttpCorsPolicy, VirtualServiceSpecHttpCorsPolicyUnmatchedPreflights } from '../../../imports/networking.istio.io';
import { durationText } from '../../mesh/private/duration-text';
import type { CorsIntent } from '../../mesh/private/intent';

/** Which pages a browser lets call a service, as a rule of a VirtualService says it. */
export function corsPolicy(cors: CorsIntent): VirtualServiceSpecHttpCorsPolicy {
  const { origins, methods, headers, exposed, maxAge, credentials, ignoresForeign = false } = cors;
  return {
    allowOrigins: origins.map(({ kind, value }) => ({ [kind]: value })),
    allowMethods: methods && [...methods],
    allowHeaders: headers && [...headers],
    exposeHeaders: exposed && [...exposed],
    maxAge: maxAge && durationText(maxAge),
    allowCredentials: credentials,
    unmatchedPreflights: ignoresForeign ? VirtualServiceSpecHttpCorsPolicyUnmatchedPreflights.IGNORE : undefined,
  };
}
