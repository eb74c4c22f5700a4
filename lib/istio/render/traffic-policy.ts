import { DestinationRuleSpecTrafficPolicy } from '../../../imports/networking.istio.io';
import { ConnectionLimits } from '../../mesh/connection-limits';
import { durationText } from '../../mesh/private/duration-text';
import type { EjectionIntent, TlsIntent, TrafficPolicyIntent } from '../../mesh/private/policy/traffic-policy-intent';
import { loadBalancer } from './load-balancer';

/**
 * The policy of a host, a subset or a port. The generated types of the three differ in nothing but the names of their enums; with texts in
 * place of the enums, one type can be asserted to be each of them, and the compiler still compares the fields.
 */
export type RenderedPolicy = Texts<Pick<DestinationRuleSpecTrafficPolicy, 'connectionPool' | 'loadBalancer' | 'outlierDetection' | 'tls'>>;

type Texts<T> = T extends string ? `${T}` : T extends object ? { [K in keyof T]: Texts<T[K]> } : T;

/** How connections are made and shared, as a traffic policy of a DestinationRule says it. */
export function renderedPolicy(policy: TrafficPolicyIntent): RenderedPolicy {
  const { ejection, limits, tls } = policy;
  return {
    connectionPool: limits && connectionPool(limits),
    loadBalancer: loadBalancer(policy),
    outlierDetection: ejection && outlierDetection(ejection),
    tls: tls && tlsSettings(tls),
  };
}

function connectionPool(limits: ConnectionLimits): RenderedPolicy['connectionPool'] {
  const { connectTimeout, idleTimeout, keepalive, maxConnectionDuration, upgradeToHttp2 } = limits;
  return {
    tcp: unlessEmpty({
      connectTimeout: connectTimeout && durationText(connectTimeout),
      maxConnectionDuration: maxConnectionDuration && durationText(maxConnectionDuration),
      maxConnections: limits.maxConnections,
      tcpKeepalive: keepalive && {
        interval: keepalive.interval && durationText(keepalive.interval),
        probes: keepalive.probes,
        time: keepalive.after && durationText(keepalive.after),
      },
    }),
    http: unlessEmpty({
      h2UpgradePolicy: upgradeToHttp2 === undefined ? undefined : upgradeToHttp2 ? 'UPGRADE' : 'DO_NOT_UPGRADE',
      http1MaxPendingRequests: limits.maxPendingRequests,
      http2MaxRequests: limits.maxRequests,
      idleTimeout: idleTimeout && durationText(idleTimeout),
      maxConcurrentStreams: limits.maxConcurrentStreams,
      maxRequestsPerConnection: limits.maxRequestsPerConnection,
      maxRetries: limits.maxRetries,
    }),
  };
}

function outlierDetection(ejection: EjectionIntent): RenderedPolicy['outlierDetection'] {
  const { baseEjectionTime, consecutive5xxErrors, consecutiveGatewayErrors, consecutiveLocalOriginFailures, interval } = ejection;
  return {
    baseEjectionTime: durationText(baseEjectionTime),
    consecutive5XxErrors: consecutive5xxErrors,
    consecutiveGatewayErrors,
    consecutiveLocalOriginFailures,
    interval: durationText(interval),
    maxEjectionPercent: ejection.maxEjection.value,
    minHealthPercent: ejection.minHealth?.value,
    // Istio reads that count only with this.
    splitExternalLocalOriginErrors: consecutiveLocalOriginFailures === undefined ? undefined : true,
  };
}

function tlsSettings(tls: TlsIntent): RenderedPolicy['tls'] {
  switch (tls.mode) {
    case 'disabled': return { mode: 'DISABLE' };
    case 'mesh': return { mode: 'ISTIO_MUTUAL', sni: tls.sni };
    case 'mutual':
    case 'simple': {
      // Those of the system are what Istio takes anyway since 1.21. Said, nobody has to ask whether the server is verified.
      const { mode, caCertificates = 'system', subjectAltNames, ...rest } = tls;
      return { mode: mode === 'simple' ? 'SIMPLE' : 'MUTUAL', ...rest, caCertificates, subjectAltNames: subjectAltNames && [...subjectAltNames] };
    }
  }
}

function unlessEmpty<T extends object>(settings: T): T | undefined {
  return Object.values(settings).every(setting => setting === undefined) ? undefined : settings;
}
