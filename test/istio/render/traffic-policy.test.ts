import { Duration } from 'cdk8s';
import { renderedPolicy } from '../../../lib/istio/render/traffic-policy';
import { ClientTls } from '../../../lib/mesh/client-tls';
import { LoadBalancing } from '../../../lib/mesh/load-balancing';
import { Percent } from '../../../lib/mesh/percent';

test('[F026] how to balance stands with the rest', () => {
  expect(renderedPolicy({ balancing: LoadBalancing.random()._intent })).toEqual({ loadBalancer: { simple: 'RANDOM' } });
});

test('[F029] limits of connections are those of TCP alone', () => {
  const keepalive = { after: Duration.minutes(10), interval: Duration.seconds(75), probes: 9 };
  expect(renderedPolicy({ limits: { maxConnections: 100, connectTimeout: Duration.seconds(10), keepalive } })).toEqual({
    connectionPool: { tcp: { maxConnections: 100, connectTimeout: '10s', tcpKeepalive: { time: '600s', interval: '75s', probes: 9 } } },
  });
});

test('[F029] keepalive of which nothing more is said is on', () => {
  expect(renderedPolicy({ limits: { keepalive: {} } })).toEqual({ connectionPool: { tcp: { tcpKeepalive: {} } } });
});

test.each([[50, 100, 2], [10, 100, 2], [1024, 1024, 100], [1, 1, 1]])('[F030] limits of requests are %d, %d and %d', (pending, active, each) => {
  expect(renderedPolicy({ limits: { maxPendingRequests: pending, maxRequests: active, maxRequestsPerConnection: each } })).toEqual({
    connectionPool: { http: { http1MaxPendingRequests: pending, http2MaxRequests: active, maxRequestsPerConnection: each } },
  });
});

test('[F030] retries and idle connections have limits, too', () => {
  expect(renderedPolicy({ limits: { maxRetries: 3, idleTimeout: Duration.millis(1500) } })).toEqual({
    connectionPool: { http: { maxRetries: 3, idleTimeout: '1500ms' } },
  });
});

test('[F029] [F030] connections last so long, carry so many streams, and speak so', () => {
  expect(renderedPolicy({ limits: { maxConnectionDuration: Duration.minutes(10), maxConcurrentStreams: 250 } })).toEqual({
    connectionPool: { tcp: { maxConnectionDuration: '600s' }, http: { maxConcurrentStreams: 250 } },
  });
});

test.each([[true, 'UPGRADE'], [false, 'DO_NOT_UPGRADE']])('[F030] an upgrade to HTTP/2 that is %s is %s', (upgradeToHttp2, h2UpgradePolicy) => {
  expect(renderedPolicy({ limits: { upgradeToHttp2 } })).toEqual({ connectionPool: { http: { h2UpgradePolicy } } });
});

test('[F031] failed connections are counted apart, which Istio has to be told', () => {
  const ejection = {
    baseEjectionTime: Duration.seconds(30), consecutive5xxErrors: 5, consecutiveLocalOriginFailures: 3, interval: Duration.seconds(30),
    maxEjection: Percent.of(50),
  };
  expect(renderedPolicy({ ejection })).toEqual({
    outlierDetection: {
      baseEjectionTime: '30s', consecutive5XxErrors: 5, consecutiveLocalOriginFailures: 3, interval: '30s', maxEjectionPercent: 50,
      splitExternalLocalOriginErrors: true,
    },
  });
});

test('[F031] [F032] failures in a row are counted under the names that Istio reads', () => {
  const ejection = {
    baseEjectionTime: Duration.seconds(30), consecutive5xxErrors: 5, consecutiveGatewayErrors: 0, interval: Duration.seconds(10),
    maxEjection: Percent.of(50), minHealth: Percent.of(0),
  };
  expect(renderedPolicy({ ejection })).toEqual({
    outlierDetection: {
      baseEjectionTime: '30s', consecutive5XxErrors: 5, consecutiveGatewayErrors: 0, interval: '10s', maxEjectionPercent: 50, minHealthPercent: 0,
    },
  });
});

test.each([
  [{ mode: 'DISABLE' }, ClientTls.disabled()],
  [{ mode: 'ISTIO_MUTUAL' }, ClientTls.mutualByMesh()],
  [{ mode: 'SIMPLE', caCertificates: 'system' }, ClientTls.simple()],
  [{ mode: 'SIMPLE', caCertificates: 'system', sni: 'a.example.com', subjectAltNames: ['a.example.com'] }, ClientTls.simple({ sni: 'a.example.com' })],
  [{ mode: 'MUTUAL', clientCertificate: '/c.pem', privateKey: '/k.pem', caCertificates: '/ca.pem' },
    ClientTls.mutual({ clientCertificate: '/c.pem', privateKey: '/k.pem', caCertificates: '/ca.pem' })],
])('[F033] a mode of TLS is %j', (settings, tls) => {
  expect(renderedPolicy({ tls: tls._intent })).toEqual({ tls: settings });
});
