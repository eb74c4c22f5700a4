import { Duration } from 'cdk8s';
import { ConnectionLimits } from '../../../../lib/mesh/connection-limits';
import { limitsIntent, USUAL_LIMITS } from '../../../../lib/mesh/private/policy/connection-limits-intent';

test('[F029] [F030] the usual limits are those of the canonical pool', () => {
  expect(USUAL_LIMITS).toEqual({
    connectTimeout: Duration.seconds(10), maxConnections: 100, maxPendingRequests: 50, maxRequests: 100, maxRequestsPerConnection: 2,
  });
});

test('[F030] limits that are named are all that is limited', () => {
  expect(limitsIntent({ maxRequests: 1024, maxPendingRequests: 1 }, 'shop/web')).toEqual({ maxRequests: 1024, maxPendingRequests: 1 });
});

test.each<[string, ConnectionLimits]>([
  ['no limits are set. Set at least one, such as maxConnections, or call limitConnections() for the defaults.', {}],
  ['no limits are set. Set at least one, such as maxConnections, or call limitConnections() for the defaults.', { maxRetries: undefined }],
  ['maxConnections cannot be 0. Use a whole number from 1 to 2147483647.', { maxConnections: 0 }],
  ['maxPendingRequests cannot be 1.5. Use a whole number from 1 to 2147483647.', { maxPendingRequests: 1.5 }],
  ['maxRequests cannot be 2147483648. Use a whole number from 1 to 2147483647.', { maxRequests: 2 ** 31 }],
  ['maxRequestsPerConnection cannot be -1. Use a whole number from 1 to 2147483647.', { maxRequestsPerConnection: -1 }],
  ['maxRetries cannot be NaN. Use a whole number from 1 to 2147483647.', { maxRetries: Number.NaN }],
  ['maxConcurrentStreams cannot be 0. Use a whole number from 1 to 2147483647.', { maxConcurrentStreams: 0 }],
  ['maxConnectionDuration cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.', { maxConnectionDuration: Duration.seconds(0) }],
  ['the mesh ignores maxConcurrentStreams if it upgrades to HTTP/2. Leave one out; a port that speaks HTTP/2 needs no upgrade.',
    { maxConcurrentStreams: 1, upgradeToHttp2: true }],
  ['connectTimeout cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.', { connectTimeout: Duration.seconds(0) }],
  ['idleTimeout cannot be 0.5 milliseconds. Use a whole number of milliseconds, at least one.', { idleTimeout: Duration.millis(0.5) }],
  ['keepalive.after cannot be 1500 milliseconds. Use a whole number of seconds, at least one.', { keepalive: { after: Duration.millis(1500) } }],
  ['keepalive.interval cannot be 0 milliseconds. Use a whole number of seconds, at least one.', { keepalive: { interval: Duration.seconds(0) } }],
  ['keepalive.probes cannot be 0. Use a whole number from 1 to 2147483647.', { keepalive: { probes: 0 } }],
])('fails: %s', (problem, limits) => {
  expect(() => limitsIntent(limits, 'shop/web')).toThrow(new Error(`shop/web: ${problem}`));
});
