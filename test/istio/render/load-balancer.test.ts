import { Duration } from 'cdk8s';
import { loadBalancer } from '../../../lib/istio/render/load-balancer';
import { HashAlgorithm } from '../../../lib/mesh/hash-algorithm';
import { LoadBalancing } from '../../../lib/mesh/load-balancing';
import { Locality } from '../../../lib/mesh/locality';
import { Percent } from '../../../lib/mesh/percent';
import { Weight } from '../../../lib/mesh/weight';

test('nothing said is left to Istio', () => {
  expect(loadBalancer({})).toBeUndefined();
});

test.each([
  [{ simple: 'LEAST_REQUEST' }, LoadBalancing.leastRequest()],
  [{ simple: 'PASSTHROUGH' }, LoadBalancing.passthrough()],
  [{ simple: 'RANDOM' }, LoadBalancing.random()],
  [{ simple: 'ROUND_ROBIN' }, LoadBalancing.roundRobin()],
  [{ simple: 'LEAST_REQUEST', warmup: { duration: '60s' } }, LoadBalancing.leastRequest({ warmUp: { duration: Duration.minutes(1) } })],
  [{ simple: 'ROUND_ROBIN', warmup: { duration: '1500ms', aggression: 2.5, minimumPercent: 0 } },
    LoadBalancing.roundRobin({ warmUp: { duration: Duration.millis(1500), aggression: 2.5, minimumPercent: Percent.of(0) } })],
])('[F026] a plain way to balance is %j', (rendered, balancing) => {
  expect(loadBalancer({ balancing: balancing._intent })).toEqual(rendered);
});

test.each([
  [{ httpHeaderName: 'x-tenant-id' }, LoadBalancing.hashHeader('x-tenant-id')],
  [{ httpQueryParameterName: 'user' }, LoadBalancing.hashQuery('user')],
  [{ useSourceIp: true }, LoadBalancing.hashSourceIp()],
  [{ httpCookie: { name: 'shop', path: '/', ttl: '0s' } }, LoadBalancing.hashCookie('shop')],
  [{ httpCookie: { name: 'shop', path: '/cart', ttl: '3600s' } }, LoadBalancing.hashCookie('shop', { path: '/cart', ttl: Duration.hours(1) })],
  [{ httpHeaderName: 'x-user-id', maglev: { tableSize: 65537 } }, LoadBalancing.hashHeader('x-user-id', { algorithm: HashAlgorithm.maglev() })],
  [{ useSourceIp: true, ringHash: { minimumRingSize: 4096 } }, LoadBalancing.hashSourceIp({ algorithm: HashAlgorithm.ring(4096) })],
])('[F027] a hash is of exactly one thing: %j', (consistentHash, balancing) => {
  expect(loadBalancer({ balancing: balancing._intent })).toEqual({ consistentHash });
});

test.each([
  [{ enabled: true }, Locality.failover()],
  [{ enabled: true, failover: [{ from: 'us-east', to: 'us-west' }, { from: 'us-west', to: 'us-east' }] },
    Locality.failover({ 'us-east': 'us-west', 'us-west': 'us-east' })],
  [{ enabled: true, failoverPriority: ['topology.istio.io/network', 'version=v1'] }, Locality.byLabels('topology.istio.io/network', 'version=v1')],
  [{ enabled: true, distribute: [{ from: 'us-east', to: { 'us-east': 80, 'us-west': 20 } }] },
    Locality.distribute({ callersIn: 'us-east', to: { 'us-east': Weight.percent(80), 'us-west': Weight.percent(20) } })],
  [{ enabled: false }, Locality.ignored()],
])('[F123] localities count by at most one rule: %j', (localityLbSetting, locality) => {
  expect(loadBalancer({ locality: locality._intent })).toEqual({ localityLbSetting });
});

test('[F026] [F123] the way and the localities stand side by side', () => {
  expect(loadBalancer({ balancing: LoadBalancing.random()._intent, locality: Locality.ignored()._intent })).toEqual({
    simple: 'RANDOM', localityLbSetting: { enabled: false },
  });
});
