import type { TrafficPolicyIntent } from '../../mesh/private/policy/traffic-policy-intent';

/**
 * What a waypoint does not do of how connections are made: it reads no hash, it makes tunnels whose TLS nobody chooses, and callers have left the
 * address that they chose behind. Undefined: it does all of it.
 */
export function unkeptSetting({ balancing, tls }: TrafficPolicyIntent = {}): string | undefined {
  if (tls !== undefined) {
    return 'TLS to pods other than that of the mesh';
  }
  switch (balancing?.by) {
    case undefined:
    case 'least-request':
    case 'random':
    case 'round-robin': return undefined;
    case 'passthrough': return 'load balancing by the address that the caller chose';
    default: return 'load balancing by a hash of what requests have in common';
  }
}
