import { DestinationRuleSpecTrafficPolicy } from '../../../imports/networking.istio.io';
import { ConnectionLimits } from '../../mesh/connection-limits';
import type { BalancingIntent, EjectionIntent, TlsIntent, TrafficPolicyIntent } from '../../mesh/private/traffic-policy-intent';
import { durationText } from './duration-text';

/**
 * The policy of a host, a subset or a port. The generated types of the three differ in nothing but the names of their enums; with texts in
 * place of the enums, one type can be asserted to be each of them, and the compiler still compares the fields.
 */
export type RenderedPolicy = Texts<Pick<DestinationRuleSpecTrafficPolicy, 'connectionPool' | 'loadBalancer' | 'outlierDetection' | 'tls'>>;

type Texts<T> = T extends string ? `${T}` : T extends object ? { [K in keyof T]: Texts<T[K]> } : T;

/** How connections are made and shared, as a traffic policy of a DestinationRule says it. */
export function renderedPolicy({ balancing, ejection, limits, tls }: TrafficPolicyIntent): RenderedPolicy {
  return {
    connectionPool: limits && connectionPool(limits),
    loadBalancer: balancing && loadBalancer(balancing),
    outlierDetection: ejection && outlierDetection(ejection),
    tls: tls && tlsSettings(tls),
  };
}

function loadBalancer(balancing: BalancingIntent): RenderedPolicy['loadBalancer'] {
  switch (balancing.by) {
    case 'cookie': {
      const { name, path, ttl } = balancing;
      return { consistentHash: { httpCookie: { name, path, ttl: durationText(ttl) } } };
    }
    case 'header': return { consistentHash: { httpHeaderName: balancing.name } };
    case 'query': return { consistentHash: { httpQueryParameterName: balancing.name } };
    case 'source-address': return { consistentHash: { useSourceIp: true } };
    case 'least-request': return { simple: 'LEAST_REQUEST' };
    case 'passthrough': return { simple: 'PASSTHROUGH' };
    case 'random': return { simple: 'RANDOM' };
    case 'round-robin': return { simple: 'ROUND_ROBIN' };
  }
}

function connectionPool(limits: ConnectionLimits): RenderedPolicy['connectionPool'] {
  const { connectTimeout, idleTimeout, keepalive, maxConnections, maxPendingRequests, maxRequests, maxRequestsPerConnection, maxRetries } = limits;
  return {
    tcp: unlessEmpty({
      connectTimeout: connectTimeout && durationText(connectTimeout),
      maxConnections,
      tcpKeepalive: keepalive && {
        interval: keepalive.interval && durationText(keepalive.interval),
        probes: keepalive.probes,
        time: keepalive.after && durationText(keepalive.after),
      },
    }),
    http: unlessEmpty({
      http1MaxPendingRequests: maxPendingRequests,
      http2MaxRequests: maxRequests,
      idleTimeout: idleTimeout && durationText(idleTimeout),
      maxRequestsPerConnection,
      maxRetries,
    }),
  };
}

function outlierDetection(ejection: EjectionIntent): RenderedPolicy['outlierDetection'] {
  const { baseEjectionTime, consecutive5xxErrors, consecutiveGatewayErrors, interval, maxEjection, minHealth } = ejection;
  return {
    baseEjectionTime: durationText(baseEjectionTime),
    consecutive5XxErrors: consecutive5xxErrors,
    consecutiveGatewayErrors,
    interval: durationText(interval),
    maxEjectionPercent: maxEjection.value,
    minHealthPercent: minHealth?.value,
  };
}

function tlsSettings(tls: TlsIntent): RenderedPolicy['tls'] {
  switch (tls.mode) {
    case 'disabled': return { mode: 'DISABLE' };
    case 'mesh': return { mode: 'ISTIO_MUTUAL' };
    case 'mutual':
    case 'simple': {
      const { mode, subjectAltNames, ...rest } = tls;
      return { mode: mode === 'simple' ? 'SIMPLE' : 'MUTUAL', ...rest, subjectAltNames: subjectAltNames && [...subjectAltNames] };
    }
  }
}

function unlessEmpty<T extends object>(settings: T): T | undefined {
  return Object.values(settings).every(setting => setting === undefined) ? undefined : settings;
}
