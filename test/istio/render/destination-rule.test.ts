import { Duration, Testing } from 'cdk8s';
import { dump } from 'js-yaml';
import { DestinationRule } from '../../../imports/networking.istio.io';
import { destinationRuleSpec } from '../../../lib/istio/render/destination-rule';
import { ClientTls } from '../../../lib/mesh/client-tls';
import { HashAlgorithm } from '../../../lib/mesh/hash-algorithm';
import { LoadBalancing } from '../../../lib/mesh/load-balancing';
import { Locality } from '../../../lib/mesh/locality';
import { OutlierEjection } from '../../../lib/mesh/outlier-ejection';
import { Percent } from '../../../lib/mesh/percent';
import type { HostPolicyIntent } from '../../../lib/mesh/private/intent';
import type { TrafficPolicyIntent } from '../../../lib/mesh/private/policy/traffic-policy-intent';
import { TrafficPolicy } from '../../../lib/mesh/traffic-policy';
import { refusals } from '../../support/valid';

const HOST = 'rust-api.default.svc.cluster.local';
const SUBSETS = [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2' } }];

/** What a policy says. */
function saying(...verbs: ReadonlyArray<(policy: TrafficPolicy) => void>): TrafficPolicyIntent {
  const policy = TrafficPolicy._of({ place: 'shop/web', begin: () => undefined });
  verbs.forEach(verb => verb(policy));
  return policy._intent()!;
}

const balanced = (balancing: LoadBalancing) => (policy: TrafficPolicy): void => policy.loadBalance(balancing);
const limited = (maxConnections: number) => (policy: TrafficPolicy): void => policy.limitConnections({ maxConnections });
const ejecting = (ejection?: OutlierEjection) => (policy: TrafficPolicy): void => policy.ejectOutliers(ejection);
const near = (locality = Locality.failover()) => (policy: TrafficPolicy): void => policy.locality(locality);
const encrypted = (tls: ClientTls) => (policy: TrafficPolicy): void => policy.clientTls(tls);

/** The spec as it stands in the YAML, which an API server takes. */
function specOf(intent: Partial<HostPolicyIntent>): any {
  const spec = destinationRuleSpec({ host: HOST, ports: new Map(), subsets: [], ...intent });
  const object = new DestinationRule(Testing.chart(), 'object', { metadata: { name: 'rust-api', namespace: 'default' }, spec }).toJson();
  expect(refusals({ 'rule.yaml': dump(object) })).toEqual([]);
  return object.spec;
}

test('[F024] [F025] each version is a subset, whose name need not be the value of its label', () => {
  expect(specOf({ subsets: [{ name: 'stable', labels: { version: 'v1' } }, SUBSETS[1]] })).toEqual({
    host: HOST, subsets: [{ name: 'stable', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2' } }],
  });
});

test('[F027] [F029] [F030] [F031] the policy of S0-3.2 and S0-6.2 is the canonical one', () => {
  const policy = saying(
    balanced(LoadBalancing.hashHeader('x-session-id')),
    all => all.limitConnections(),
    ejecting({ consecutiveGatewayErrors: 5, minHealth: Percent.of(40) }),
  );
  expect(specOf({ policy, subsets: SUBSETS })).toEqual({
    host: HOST,
    trafficPolicy: {
      loadBalancer: { consistentHash: { httpHeaderName: 'x-session-id' } },
      connectionPool: {
        tcp: { maxConnections: 100, connectTimeout: '10s' },
        http: { http1MaxPendingRequests: 50, http2MaxRequests: 100, maxRequestsPerConnection: 2 },
      },
      outlierDetection: {
        consecutive5xxErrors: 5, consecutiveGatewayErrors: 5, interval: '30s', baseEjectionTime: '30s', maxEjectionPercent: 50, minHealthPercent: 40,
      },
    },
    subsets: SUBSETS,
  });
});

test('[F031] the policy of S1-CB is a circuit breaker alone', () => {
  expect(specOf({ policy: saying(ejecting({ interval: Duration.seconds(10) })) }).trafficPolicy).toEqual({
    outlierDetection: { consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '30s', maxEjectionPercent: 50 },
  });
});

test('[F028] a version says only what differs: Istio itself takes the rest from the host', () => {
  const [v1, v2] = SUBSETS;
  const policy = saying(balanced(LoadBalancing.hashHeader('x-session-id')), limited(100), ejecting());
  const { subsets } = specOf({
    policy,
    subsets: [
      { ...v1, policy: saying(balanced(LoadBalancing.roundRobin())) },
      { ...v2, policy: saying(balanced(LoadBalancing.leastRequest())) },
    ],
  });
  expect(subsets).toEqual([
    { ...v1, trafficPolicy: { loadBalancer: { simple: 'ROUND_ROBIN' } } },
    { ...v2, trafficPolicy: { loadBalancer: { simple: 'LEAST_REQUEST' } } },
  ]);
});

test('a version can say all that a host can, in the same words', () => {
  const balancing = LoadBalancing.hashCookie('shop', { algorithm: HashAlgorithm.maglev() });
  const everything = saying(balanced(balancing), near(), limited(1), ejecting(), encrypted(ClientTls.disabled()));
  const { trafficPolicy, subsets } = specOf({ policy: everything, subsets: [{ ...SUBSETS[0], policy: everything }] });
  expect(subsets[0].trafficPolicy).toEqual(trafficPolicy);
});

test('[F028] [F123] a way to balance does not lose the localities of the host, nor a locality the way: Istio holds both together', () => {
  const [v1, v2] = SUBSETS;
  const { subsets } = specOf({
    policy: saying(balanced(LoadBalancing.hashHeader('x-session-id')), near(), ejecting()),
    subsets: [{ ...v1, policy: saying(balanced(LoadBalancing.roundRobin())) }, { ...v2, policy: saying(near(Locality.ignored())) }],
  });
  expect(subsets).toEqual([
    { ...v1, trafficPolicy: { loadBalancer: { simple: 'ROUND_ROBIN', localityLbSetting: { enabled: true } } } },
    { ...v2, trafficPolicy: { loadBalancer: { consistentHash: { httpHeaderName: 'x-session-id' }, localityLbSetting: { enabled: false } } } },
  ]);
});

test('[F028] a version that says nothing of either takes both from the host', () => {
  const [v1] = SUBSETS;
  const policy = saying(balanced(LoadBalancing.random()), near(), ejecting());
  const { subsets } = specOf({ policy, subsets: [{ ...v1, policy: saying(limited(1)) }] });
  expect(subsets).toEqual([{ ...v1, trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 } } } }]);
});

test('[F028] [F123] where a port has localities of its own, a version repeats all that holds there, and wins', () => {
  const [v1] = SUBSETS;
  const ports = new Map([
    [9090, saying(near(Locality.ignored()), limited(10))], [8080, saying(balanced(LoadBalancing.random()))], [7070, saying(limited(5))],
  ]);
  const { subsets } = specOf({
    policy: saying(near(), ejecting(), encrypted(ClientTls.mutualByMesh())),
    ports,
    subsets: [{ ...v1, policy: saying(balanced(LoadBalancing.roundRobin())) }],
  });
  expect(subsets).toEqual([{
    ...v1,
    trafficPolicy: {
      loadBalancer: { simple: 'ROUND_ROBIN', localityLbSetting: { enabled: true } },
      portLevelSettings: [{
        port: { number: 9090 },
        connectionPool: { tcp: { maxConnections: 10 } },
        loadBalancer: { simple: 'ROUND_ROBIN', localityLbSetting: { enabled: false } },
        outlierDetection: { consecutive5xxErrors: 5, interval: '30s', baseEjectionTime: '30s', maxEjectionPercent: 50 },
        tls: { mode: 'ISTIO_MUTUAL' },
      }],
    },
  }]);
});

test('what a port does not say is said again as the host says it, since Istio takes nothing over', () => {
  const policy = saying(balanced(LoadBalancing.random()), limited(100), ejecting(), encrypted(ClientTls.mutualByMesh()));
  const { trafficPolicy } = specOf({ policy, ports: new Map([[8081, saying(limited(10))]]) });
  expect(trafficPolicy).toEqual({
    connectionPool: { tcp: { maxConnections: 100 } },
    loadBalancer: { simple: 'RANDOM' },
    outlierDetection: { consecutive5xxErrors: 5, interval: '30s', baseEjectionTime: '30s', maxEjectionPercent: 50 },
    tls: { mode: 'ISTIO_MUTUAL' },
    portLevelSettings: [{
      port: { number: 8081 },
      connectionPool: { tcp: { maxConnections: 10 } },
      loadBalancer: { simple: 'RANDOM' },
      outlierDetection: { consecutive5xxErrors: 5, interval: '30s', baseEjectionTime: '30s', maxEjectionPercent: 50 },
      tls: { mode: 'ISTIO_MUTUAL' },
    }],
  });
});

test('[F026] ports stand in the order of their numbers, also where the host says nothing', () => {
  const ports = new Map([[8081, saying(balanced(LoadBalancing.random()))], [443, saying(encrypted(ClientTls.disabled()))]]);
  expect(specOf({ ports })).toEqual({
    host: HOST,
    trafficPolicy: {
      portLevelSettings: [
        { port: { number: 443 }, tls: { mode: 'DISABLE' } },
        { port: { number: 8081 }, loadBalancer: { simple: 'RANDOM' } },
      ],
    },
  });
});

test('what only its own namespace knows is exported to that alone', () => {
  expect(specOf({ isPrivate: true })).toEqual({ host: HOST, exportTo: ['.'] });
});
