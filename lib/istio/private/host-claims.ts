import { DestinationRule, VirtualService } from '../../../imports/networking.istio.io';
import type { ClaimingObject, HostClaims } from '../../mesh/private/hosts/host-claims';

/** Which objects of Istio speak for which hosts. */
export const HOST_CLAIMS: HostClaims = {
  concerns: (group, kind) => group === VirtualService.GVK.apiVersion.split('/')[0] && (kind === DestinationRule.GVK.kind || kind === VirtualService.GVK.kind),
  hostsOf: claimedHosts,
};

function claimedHosts({ kind, metadata, spec }: ClaimingObject, clusterDomain: string): readonly string[] {
  const { host, hosts = [], gateways = [MESH] } = (spec ?? {}) as RoutingSpec;
  const named = kind === DestinationRule.GVK.kind ? [host] : kind === VirtualService.GVK.kind && gateways.includes(MESH) ? hosts : [];
  return named.filter(name => name !== undefined).map(name => fullName(name, metadata?.namespace, clusterDomain));
}

interface RoutingSpec {
  readonly host?: string;
  readonly hosts?: readonly string[];
  readonly gateways?: readonly string[];
}

/** Stands in `gateways` for all sidecars. */
const MESH = 'mesh';

/** A name without a dot is that of a Service beside the object; `web.shop` is no abbreviation. */
function fullName(host: string, namespace: string | undefined, clusterDomain: string): string {
  return host.includes('.') || namespace === undefined ? host : `${host}.${namespace}.svc.${clusterDomain}`;
}
