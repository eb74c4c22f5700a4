import { HOST_CLAIMS } from '../../../lib/istio/private/host-claims';

const hostsOf = (kind: string, spec: unknown, namespace?: string): readonly string[] => HOST_CLAIMS.hostsOf({ kind, metadata: { namespace }, spec }, 'cluster.example');

test('rules and policies speak for hosts, other kinds and other groups do not', () => {
  const asked = [['networking.istio.io', 'VirtualService'], ['networking.istio.io', 'DestinationRule'], ['networking.istio.io', 'Gateway'], ['example.com', 'VirtualService']];
  expect(asked.map(([group, kind]) => HOST_CLAIMS.concerns(group, kind))).toEqual([true, true, false, false]);
  expect(hostsOf('Gateway', { hosts: ['web'] }, 'shop')).toEqual([]);
});

test('a name without a dot is that of a Service of the namespace; others are taken as they are', () => {
  expect(hostsOf('VirtualService', { hosts: ['web', 'web.shop', 'web.shop.svc.cluster.example'] }, 'shop'))
    .toEqual(['web.shop.svc.cluster.example', 'web.shop', 'web.shop.svc.cluster.example']);
  expect(hostsOf('DestinationRule', { host: 'web' })).toEqual(['web']);
});

test('rules for gateways alone say nothing of requests inside of the mesh', () => {
  const rules = [{ gateways: ['istio-ingress/edge'] }, { gateways: ['istio-ingress/edge', 'mesh'] }, {}];
  expect(rules.map(({ gateways }) => hostsOf('VirtualService', { hosts: ['a.example.com'], gateways }).length)).toEqual([0, 1, 1]);
});

test('what says nothing claims nothing', () => {
  expect([hostsOf('VirtualService', undefined), hostsOf('DestinationRule', {})]).toEqual([[], []]);
});
