import { attachedClaims } from '../../../lib/istio/private/attached-claims';
import type { HostClaim } from '../../../lib/mesh/private/hosts/host-claims';

const claimsOf = (spec: unknown, namespace?: string): HostClaim[] => attachedClaims({ kind: 'HTTPRoute', metadata: { namespace }, spec });
const at = (host: string, reference: string, section?: string): HostClaim => ({ host, gateway: { reference, isAttachable: true, section } });

test('a route speaks for each hostname at each gateway, or at one listener of it', () => {
  const parentRefs = [{ name: 'edge' }, { name: 'edge', namespace: 'istio-ingress', sectionName: 'https' }];
  expect(claimsOf({ hostnames: ['a.example.com', 'b.example.com'], parentRefs }, 'shop')).toEqual([
    at('a.example.com', 'shop/edge'), at('b.example.com', 'shop/edge'), at('a.example.com', 'istio-ingress/edge', 'https'), at('b.example.com', 'istio-ingress/edge', 'https'),
  ]);
});

test('without hostnames it speaks for all', () => {
  expect([claimsOf({ parentRefs: [{ name: 'edge' }] }, 'shop'), claimsOf({ hostnames: [], parentRefs: [{ name: 'edge' }] }, 'shop')])
    .toEqual([[at('*', 'shop/edge')], [at('*', 'shop/edge')]]);
});

test.each([
  ['a service', { kind: 'Service', group: '', name: 'web' }, 'shop'],
  ['another kind of gateway', { kind: 'Gateway', group: 'example.com', name: 'edge' }, 'shop'],
  ['a port, which may be that of any listener', { name: 'edge', port: 443 }, 'shop'],
  ['a gateway of nobody knows which namespace', { name: 'edge' }, undefined],
])('one attached to %s claims nothing', (_, parent, namespace) => {
  expect(claimsOf({ parentRefs: [parent] }, namespace)).toEqual([]);
});
