import { requireExternalHost } from '../../../../lib/mesh/private/hosts/external-host-name';

const named = (host: string, clusterDomain = 'cluster.local'): string => requireExternalHost(host, clusterDomain, 'shop/pay');

test.each(['pay.example.com', '*.example.com', 'example.com', 'cluster.local.example.com', 'mycluster.local'])('%s is a host outside', host => {
  expect(named(host)).toBe(host);
});

test('what ends with the domain of the cluster is inside', () => {
  expect(() => named('web.shop.svc.cluster.local')).toThrow(
    new Error('shop/pay: "web.shop.svc.cluster.local" is a host of the cluster. Say MeshService.adopt to say what happens to its requests, or MeshService.fromHost to send requests to it.'),
  );
  expect(() => named('*.corp.internal', 'corp.internal')).toThrow('shop/pay: "*.corp.internal" is a host of the cluster.');
  expect(() => named('corp.internal', 'corp.internal')).toThrow('shop/pay: "corp.internal" is a host of the cluster.');
});

test('fails on every host, and on what is none', () => {
  expect(() => named('*')).toThrow(new Error('shop/pay: "*" stands for every host, those of the mesh too. Say a host, or all below one: "*.example.com".'));
  expect(() => named('https://pay.example.com/v1'))
    .toThrow(new Error('shop/pay: "https://pay.example.com/v1" is no hostname. Write the name alone, in lower case: "pay.example.com".'));
  expect(() => named('203.0.113.7')).toThrow(/^shop\/pay: "203\.0\.113\.7" is no hostname\. /);
});
