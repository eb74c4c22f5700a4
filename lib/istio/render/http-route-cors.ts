import { HttpRouteSpecRulesFiltersCors, HttpRouteSpecRulesFiltersCorsAllowMethods } from '../../../imports/gateway.networking.k8s.io';
import type { CorsIntent } from '../../mesh/private/intent';
import { TextMatchKind } from '../../mesh/text-match';
import { IstioRelease } from '../istio-release';
import { refuse, Where } from './refuse';

/** Which pages a browser lets call a service, as a filter of an HTTPRoute says it. */
export function corsFilter(cors: CorsIntent, where: Where, release: IstioRelease): HttpRouteSpecRulesFiltersCors {
  const { origins, methods, headers, exposed, maxAge, credentials, ignoresForeign = false } = cors;
  if (Number(release.slice(2)) < Number(SINCE.slice(2))) {
    throw new Error(`${where.place}: has a CORS policy, which an HTTPRoute supports only from Istio ${SINCE} on, but the mesh is Istio ${release}. Use Istio.mesh({ release: IstioRelease.V${SINCE.replace('.', '_')} }), or ${where.otherwise.beside}.`);
  }
  if (ignoresForeign) {
    refuse(where, 'responds to preflights of other origins');
  }
  return {
    allowOrigins: origins.map(({ kind, value }) => {
      if (kind !== TextMatchKind.EXACT || !ORIGIN.test(value)) {
        refuse(where, `allows origins like "${value}"`, 'TextMatch.exact("https://...") for each');
      }
      return value;
    }),
    allowMethods: methods?.map(method => method as unknown as HttpRouteSpecRulesFiltersCorsAllowMethods),
    allowHeaders: headers && [...headers],
    exposeHeaders: exposed && [...exposed],
    maxAge: maxAge?.toSeconds(),
    allowCredentials: credentials,
  };
}

/** The first release of Istio after the API took the filter into its standard channel. */
const SINCE = IstioRelease.V1_30;

/** What the API server takes of those that are exact. */
const ORIGIN = /^(\*|https?:\/\/[a-zA-Z0-9.-]+(:\d{1,5})?)$/;
