import { Duration } from 'cdk8s';
import { ConnectionLimits } from '../../connection-limits';
import { requireCount } from '../require-count';
import { requireTime } from '../require-time';

/** What holds when limits are asked for and none is named, for any protocol. */
export const USUAL_LIMITS: ConnectionLimits = {
  connectTimeout: Duration.seconds(10), maxConnections: 100, maxPendingRequests: 50, maxRequests: 100, maxRequestsPerConnection: 2,
};

const COUNTS = ['maxConcurrentStreams', 'maxConnections', 'maxPendingRequests', 'maxRequests', 'maxRequestsPerConnection', 'maxRetries'] as const;

/** @throws when they limit nothing, or one of them is a value that the mesh reads as no limit */
export function limitsIntent(limits: ConnectionLimits, place: string): ConnectionLimits {
  const { connectTimeout, idleTimeout, keepalive, maxConcurrentStreams, maxConnectionDuration, upgradeToHttp2 } = limits;
  if (Object.values(limits).every(limit => limit === undefined)) {
    throw new Error(`${place}: no limits are set. Set at least one, such as maxConnections, or call limitConnections() for the defaults.`);
  }
  if (maxConcurrentStreams !== undefined && upgradeToHttp2 === true) {
    throw new Error(`${place}: the mesh ignores maxConcurrentStreams if it upgrades to HTTP/2. Leave one out; a port that speaks HTTP/2 needs no upgrade.`);
  }
  COUNTS.forEach(name => requireCount(limits[name], 1, `${place}: ${name}`));
  requireTime(connectTimeout, 'milliseconds', `${place}: connectTimeout`);
  requireTime(idleTimeout, 'milliseconds', `${place}: idleTimeout`);
  requireTime(maxConnectionDuration, 'milliseconds', `${place}: maxConnectionDuration`);
  requireTime(keepalive?.after, 'seconds', `${place}: keepalive.after`);
  requireTime(keepalive?.interval, 'seconds', `${place}: keepalive.interval`);
  requireCount(keepalive?.probes, 1, `${place}: keepalive.probes`);
  return limits === USUAL_LIMITS ? limits : { ...limits };
}
