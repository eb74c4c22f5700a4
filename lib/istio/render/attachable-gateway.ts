import {
  GatewaySpec, GatewaySpecListeners, GatewaySpecListenersAllowedRoutesNamespacesFrom, GatewaySpecListenersTls, GatewaySpecListenersTlsMode,
} from '../../../imports/gateway.networking.k8s.io';
import type { AttachableIntent, SectionIntent } from '../../mesh/private/gateways/attached-intent';
import type { EndedTlsIntent, GatewayTlsIntent } from '../../mesh/private/gateways/gateway-intent';
import { TlsVersion } from '../../mesh/tls-version';

/** Where requests come in from outside, as a Gateway of the Kubernetes Gateway API says it. */
export function attachableGatewaySpec({ gatewayClass, sections }: AttachableIntent, place: string): GatewaySpec {
  return { gatewayClassName: gatewayClass, listeners: sections.map(section => listenerOf(section, place)) };
}

function listenerOf({ name, port, hostname, tls, isOpen }: SectionIntent, place: string): GatewaySpecListeners {
  const { ALL, SAME } = GatewaySpecListenersAllowedRoutesNamespacesFrom;
  return {
    name,
    port,
    protocol: protocolOf(tls),
    // Without one, every hostname is served.
    hostname: hostname === '*' ? undefined : hostname,
    tls: tls && tlsOf(tls, place),
    allowedRoutes: { namespaces: { from: isOpen ? ALL : SAME } },
  };
}

function protocolOf(tls?: GatewayTlsIntent): string {
  if (tls === undefined) {
    return 'HTTP';
  }
  return 'secret' in tls ? 'HTTPS' : 'TLS';
}

function tlsOf(tls: GatewayTlsIntent, place: string): GatewaySpecListenersTls {
  if ('secret' in tls) {
    return endedTls(tls, place);
  }
  const mode = GatewaySpecListenersTlsMode.PASSTHROUGH;
  return tls.mode === 'passthrough' ? { mode } : { mode, options: { 'gateway.istio.io/listener-protocol': 'auto-passthrough' } };
}

/** The API has no word for the version, so that what Istio takes by itself is all there is: 1.2. */
function endedTls({ mode, secret, minVersion }: EndedTlsIntent, place: string): GatewaySpecListenersTls {
  if (minVersion !== TlsVersion.V1_2) {
    throw new Error(`${place}: requires at least TLS ${minVersion}, which a Gateway of the Kubernetes Gateway API cannot express. Leave minVersion out for TLS 1.2, or set api: GatewayApi.ISTIO.`);
  }
  return {
    mode: GatewaySpecListenersTlsMode.TERMINATE,
    certificateRefs: [{ name: secret }],
    options: mode === 'mutual' ? { 'gateway.istio.io/tls-terminate-mode': 'MUTUAL' } : undefined,
  };
}
