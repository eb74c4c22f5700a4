import { withSameForm } from '../../../lib/inspect/schema/same-form';
import { canJudge, violations } from '../../../lib/inspect/schema/violations';
import { schemas } from '../../support/thing-kind';

const object = (apiVersion: string, kind: string, spec: object): object => ({ apiVersion, kind, metadata: { name: 'a', namespace: 'shop' }, spec });

test.each([
  ['v1beta1', 'HTTPRoute', { rules: [{ matches: [{ path: { type: 'Prefix', value: 'api' } }], timeouts: { request: 10 } }] }],
  ['v1beta1', 'Gateway', { gatewayClassName: 'istio', listeners: [{ name: 'a', port: 80, protocol: 'HTTP', tls: {} }] }],
  ['v1beta1', 'ReferenceGrant', { from: [{ group: '' }], to: [] }],
  ['v1alpha3', 'TLSRoute', { rules: [{ backendRefs: [{ port: '80' }] }] }],
])('%s of %s is judged as v1', (version, kind, spec) => {
  const found = violations(object(`gateway.networking.k8s.io/${version}`, kind, spec), { schemas });
  expect(found).not.toEqual([]);
  expect(found).toEqual(violations(object('gateway.networking.k8s.io/v1', kind, spec), { schemas }));
});

test.each([
  ['v1alpha2', 'HTTPRoute'],
  ['v1alpha2', 'GRPCRoute'],
  ['v1alpha2', 'TLSRoute'],
  ['v1alpha2', 'TCPRoute'],
  ['v1alpha3', 'BackendTLSPolicy'],
])('%s of %s may have another form, and is not judged', (version, kind) => {
  const other = object(`gateway.networking.k8s.io/${version}`, kind, { rules: 1 });
  expect(violations(other, { schemas })).toEqual([]);
  expect(canJudge(other, schemas)).toBe(false);
});

test('a version that a definition has itself stays as it is, and none is made of nothing', () => {
  const kind = { scope: 'Namespaced', versions: { v1: { root: 1 }, v1beta1: { root: 2 } } } as const;
  expect(withSameForm('gateway.networking.k8s.io', 'Gateway', kind)).toBe(kind);
  expect(withSameForm('gateway.networking.k8s.io', 'Gateway', { scope: 'Namespaced', versions: {} }).versions).toEqual({});
  expect(withSameForm('a.example', 'Gateway', kind)).toBe(kind);
});
