import { requireExternalHost } from '../../../../lib/mesh/private/hosts/external-host-name';

const named = (host: string, clusterDomain = 'cluster.local'): string => requireExternalHost(host, clusterDomain, 'shop/pay');

test.each(['pay.example.com', '*.example.com', 'example.com', 'cluster.local.example.com', 'mycluster.local'])('%s is a host outside', host => {
  expect(named(host)).toBe(host);
});

test('what ends with the domain of the cluster is inside', () => {
  expect(() => named('web.shop.svc.cluster.local')).toThrow(
    new Error('shop/pay: "web.shop.svc.cluster.local" is a host of the cluster. Use MeshService.adopt to control its traffic, or MeshService.fromHost to send requests to it.'),
  );
  expect(() => named('*.corp.internal', 'corp.internal')).toThrow('shop/pay: "*.corp.internal" is a host of the cluster.');
  expect(() => named('corp.internal', 'corp.internal')).toThrow('shop/pay: "corp.internal" is a host of the cluster.');
});

test('fails on every host, and on what is none', () => {
  expect(() => named('*')).toThrow(new Error('shop/pay: "*" matches every host, including those of the mesh. Use a host, or all hosts below one: "*.example.com".'));
  expect(() => named('https://pay.example.com/v1'))
    .toThrow(new Error('shop/pay: "https://pay.example.com/v1" is not a hostname. Write only the name, in lowercase: "pay.example.com".'));
  expect(() => named('203.0.113.7')).toThrow(/^shop\/pay: "203\.0\.113\.7" is not a hostname\. /);
});
