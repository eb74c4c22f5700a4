import { HOST_CLAIMS } from '../../../lib/istio/private/host-claims';
import type { HostClaim } from '../../../lib/mesh/private/hosts/host-claims';

const claimsOf = (kind: string, spec: unknown, namespace?: string): readonly HostClaim[] => HOST_CLAIMS.claimsOf({ kind, metadata: { namespace }, spec }, 'cluster.example');
const hostsOf = (...asked: Parameters<typeof claimsOf>): string[] => claimsOf(...asked).map(({ host }) => host);

test('rules and policies speak for hosts, other kinds and other groups do not', () => {
  const asked = [
    ['networking.istio.io', 'VirtualService'], ['networking.istio.io', 'DestinationRule'], ['gateway.networking.k8s.io', 'HTTPRoute'], ['gateway.networking.k8s.io', 'GRPCRoute'],
    ['networking.istio.io', 'Gateway'], ['example.com', 'VirtualService'], ['networking.istio.io', 'HTTPRoute'],
  ];
  expect(asked.map(([group, kind]) => HOST_CLAIMS.concerns(group, kind))).toEqual([true, true, true, true, false, false, false]);
  expect(hostsOf('Gateway', { hosts: ['web'] }, 'shop')).toEqual([]);
});

test('a name without a dot is that of a Service of the namespace; others are taken as they are', () => {
  expect(hostsOf('VirtualService', { hosts: ['web', 'web.shop', 'web.shop.svc.cluster.example'] }, 'shop'))
    .toEqual(['web.shop.svc.cluster.example', 'web.shop', 'web.shop.svc.cluster.example']);
  expect(hostsOf('DestinationRule', { host: 'web' })).toEqual(['web']);
});

test('rules speak for a host inside of the mesh, or at each gateway that they name', () => {
  const host = 'a.example.com';
  const at = (reference: string): HostClaim => ({ host, gateway: { reference, isAttachable: false } });
  const claims = (...gateways: string[]): readonly HostClaim[] => claimsOf('VirtualService', { hosts: [host], gateways }, 'shop');
  expect(claimsOf('VirtualService', { hosts: [host] })).toEqual([{ host }]);
  expect(claims('istio-ingress/edge', 'mesh')).toEqual([at('istio-ingress/edge'), { host }]);
  expect(claims('edge', './edge', 'edge.istio-ingress', 'edge.istio-ingress.svc.cluster.local')).toEqual(['shop/edge', 'shop/edge', 'istio-ingress/edge', 'istio-ingress/edge'].map(at));
});

test('nobody knows which gateway is meant by a name alone where there is no namespace', () => {
  expect(claimsOf('VirtualService', { hosts: ['*'], gateways: ['edge', 'shop/edge'] })).toEqual([{ host: '*', gateway: { reference: 'shop/edge', isAttachable: false } }]);
});

test('what says nothing claims nothing', () => {
  expect(['VirtualService', 'DestinationRule', 'HTTPRoute'].map(kind => [hostsOf(kind, undefined), hostsOf(kind, {})])).toEqual([[[], []], [[], []], [[], []]]);
});
