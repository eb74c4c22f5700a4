import { SidecarSpec, SidecarSpecEgress, SidecarSpecIngress } from '../../../imports/networking.istio.io';
import type { SeenHostIntent } from '../../mesh/private/access/callee-intent';
import type { InboundEndpointIntent, InboundIntent, ProxiesIntent } from '../../mesh/private/pods/proxies-intent';

/**
 * What proxies do, as a Sidecar says it. One without `egress` reaches every host of the mesh, also where another Sidecar holds for the whole
 * namespace: Istio takes nothing over from that.
 */
export function sidecarSpec({ podLabels, inbound, outbound, rootNamespace }: ProxiesIntent): SidecarSpec {
  return {
    workloadSelector: { labels: { ...podLabels } },
    egress: outbound && egress(outbound, rootNamespace),
    ingress: inbound.length === 0 ? undefined : inbound.map(listener),
  };
}

/** What the control plane offers belongs to what proxies need. */
function egress(outbound: readonly SeenHostIntent[], rootNamespace: string): SidecarSpecEgress[] {
  return [{ hosts: [...outbound.map(({ namespace = '*', host }) => `${namespace}/${host}`), `${rootNamespace}/*`] }];
}

function listener({ port, name, protocol, endpoint }: InboundIntent): SidecarSpecIngress {
  return {
    port: { number: port, name, protocol: protocol.toUpperCase() },
    defaultEndpoint: endpoint && `${ADDRESSES[endpoint.at]}:${endpoint.port}`,
  };
}

/** Istio makes of `0.0.0.0` the address of the pod. */
const ADDRESSES: Readonly<Record<InboundEndpointIntent['at'], string>> = { 'loopback': '127.0.0.1', 'pod-address': '0.0.0.0' };
