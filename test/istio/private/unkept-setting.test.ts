import { Duration } from 'cdk8s';
import { unkeptSetting } from '../../../lib/istio/private/unkept-setting';
import type { TrafficPolicyIntent } from '../../../lib/mesh/private/policy/traffic-policy-intent';

const HASH = 'load balancing by a hash of what requests have in common';

test.each<[string, TrafficPolicyIntent, string | undefined]>([
  ['nothing', {}, undefined],
  ['limits', { limits: { maxConnections: 1 } }, undefined],
  ['a region first', { locality: { kind: 'failover', regions: {} } }, undefined],
  ['the least busy instance', { balancing: { by: 'least-request' } }, undefined],
  ['one after the other', { balancing: { by: 'round-robin' } }, undefined],
  ['any instance', { balancing: { by: 'random' } }, undefined],
  ['the address of the caller', { balancing: { by: 'source-address' } }, HASH],
  ['a header', { balancing: { by: 'header', name: 'x-user' } }, HASH],
  ['a parameter', { balancing: { by: 'query', name: 'user' } }, HASH],
  ['a cookie', { balancing: { by: 'cookie', name: 'user', path: '/', ttl: Duration.hours(1) } }, HASH],
  ['the address that was called', { balancing: { by: 'passthrough' } }, 'load balancing by the address that the caller chose'],
  ['TLS', { tls: { mode: 'disabled' } }, 'TLS to pods other than that of the mesh'],
])('of %s', (_, policy, unkept) => {
  expect(unkeptSetting(policy)).toBe(unkept);
});

test('of a policy that is none', () => {
  expect(unkeptSetting()).toBeUndefined();
});
