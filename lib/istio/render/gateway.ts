import {
  GatewaySpec, GatewaySpecServers, GatewaySpecServersTls, GatewaySpecServersTlsMinProtocolVersion, GatewaySpecServersTlsMode,
} from '../../../imports/networking.istio.io';
import type { GatewayIntent, GatewayTlsIntent, ListenerIntent } from '../../mesh/private/gateways/gateway-intent';
import type { TlsVersion } from '../../mesh/tls-version';

/** Where requests come in from outside, as a Gateway says it. */
export function gatewaySpec({ podLabels, listeners }: GatewayIntent): GatewaySpec {
  return { selector: { ...podLabels }, servers: listeners.map(serverOf) };
}

function serverOf({ name, port, hostnames, tls, redirects }: ListenerIntent): GatewaySpecServers {
  return {
    port: { number: port, name, protocol: protocolOf(tls) },
    hosts: [...hostnames],
    // A server of plain HTTP that names a mode of TLS as well is refused.
    tls: redirects ? { httpsRedirect: true } : tls && tlsOf(tls),
  };
}

function protocolOf(tls?: GatewayTlsIntent): string {
  if (tls === undefined) {
    return 'HTTP';
  }
  return 'secret' in tls || tls.mode === 'mesh' ? 'HTTPS' : 'TLS';
}

function tlsOf(tls: GatewayTlsIntent): GatewaySpecServersTls {
  const mode = MODES[tls.mode];
  return 'secret' in tls ? { mode, credentialName: tls.secret, minProtocolVersion: VERSIONS[tls.minVersion] } : { mode };
}

const MODES: Readonly<Record<GatewayTlsIntent['mode'], GatewaySpecServersTlsMode>> = {
  'auto-passthrough': GatewaySpecServersTlsMode.AUTO_UNDERSCORE_PASSTHROUGH,
  'mesh': GatewaySpecServersTlsMode.ISTIO_UNDERSCORE_MUTUAL,
  'mutual': GatewaySpecServersTlsMode.MUTUAL,
  'passthrough': GatewaySpecServersTlsMode.PASSTHROUGH,
  'simple': GatewaySpecServersTlsMode.SIMPLE,
};

const VERSIONS: Readonly<Record<TlsVersion, GatewaySpecServersTlsMinProtocolVersion>> = {
  1.2: GatewaySpecServersTlsMinProtocolVersion.TLSV1_UNDERSCORE_2,
  1.3: GatewaySpecServersTlsMinProtocolVersion.TLSV1_UNDERSCORE_3,
};
