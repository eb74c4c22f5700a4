import { HttpRouteSpecRulesFiltersRequestMirrorBackendRef } from '../../../imports/gateway.networking.k8s.io';
import { serviceOf } from '../../mesh/private/hosts/service-host';
import type { DestinationIntent } from '../../mesh/private/intent';
import { IstioRelease } from '../istio-release';
import { refuse, Where } from './refuse';

/** What a rule has to know to name a Service. */
export interface Backends {
  readonly where: Where;
  readonly release: IstioRelease;
  /** that of the routes */
  readonly namespace: string;
  /** others, whose Services they may name */
  readonly grantedNamespaces: readonly string[];
}

/** A Service, as an HTTPRoute names it. @throws when it is none, or nobody lets the route name it */
export function backendOf(destination: DestinationIntent, backends: Backends): HttpRouteSpecRulesFiltersRequestMirrorBackendRef {
  const { port, subset, versionHost } = destination;
  const host = versionHost ?? destination.host;
  const { where, namespace, grantedNamespaces } = backends;
  const service = serviceOf(host);
  if (subset !== undefined && versionHost === undefined) {
    refuse(where, `sends to the version "${subset}" of ${host}, a part of a Service`, 'a service that is exposed through such a gateway itself');
  }
  if (service === undefined) {
    refuse(where, `sends to ${host}, not a Service of the cluster`);
  }
  const isForeign = service.namespace !== namespace;
  if (isForeign && !grantedNamespaces.includes(service.namespace)) {
    throw new Error(`${where.place}: sends to ${host}, and only a ReferenceGrant in "${service.namespace}" allows an HTTPRoute of "${namespace}" to do that: from kind HTTPRoute of that namespace, to the Service "${service.name}". Let its owner add one, then set grantedNamespaces: ["${service.namespace}"].`);
  }
  return { name: service.name, namespace: isForeign ? service.namespace : undefined, port };
}
