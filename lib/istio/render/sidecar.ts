import { SidecarSpec, SidecarSpecIngress } from '../../../imports/networking.istio.io';
import type { InboundEndpointIntent, InboundIntent, ProxiesIntent } from '../../mesh/private/pods/proxies-intent';

/**
 * What proxies do, as a Sidecar says it. One without `egress` reaches every host of the mesh, also where another Sidecar holds for the whole
 * namespace: Istio takes nothing over from that.
 */
export function sidecarSpec({ podLabels, inbound }: ProxiesIntent): SidecarSpec {
  return {
    workloadSelector: { labels: { ...podLabels } },
    ingress: inbound.length === 0 ? undefined : inbound.map(listener),
  };
}

function listener({ port, name, protocol, endpoint }: InboundIntent): SidecarSpecIngress {
  return {
    port: { number: port, name, protocol: protocol.toUpperCase() },
    defaultEndpoint: endpoint && `${ADDRESSES[endpoint.at]}:${endpoint.port}`,
  };
}

/** Istio makes of `0.0.0.0` the address of the pod. */
const ADDRESSES: Readonly<Record<InboundEndpointIntent['at'], string>> = { 'loopback': '127.0.0.1', 'pod-address': '0.0.0.0' };
