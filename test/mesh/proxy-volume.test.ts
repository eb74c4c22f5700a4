import { ProxyVolume } from '../../lib/mesh/proxy-volume';

test('[F117] files come from a Secret or a ConfigMap', () => {
  expect([ProxyVolume.secret('billing-client', '/etc/billing'), ProxyVolume.configMap('ca.billing', '/etc/ca')].map(({ _intent }) => _intent)).toEqual([
    { kind: 'secret', source: 'billing-client', mountPath: '/etc/billing' }, { kind: 'config-map', source: 'ca.billing', mountPath: '/etc/ca' },
  ]);
});

test('[F117] fails on names that nothing has, and paths that nothing can be mounted at', () => {
  expect(() => ProxyVolume.secret('shop/ca', '/etc/ca')).toThrow(
    new Error('ProxyVolume.secret: "shop/ca" is not a valid name. Write only the name, in lowercase, such as "billing-client"; it is looked up in the namespace of the service.'),
  );
  expect(() => ProxyVolume.configMap(`a.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}`, '/etc/ca')).toThrow(/^ProxyVolume\.configMap: ".*" is not a valid name/);
  expect(() => ProxyVolume.configMap('ca', 'etc/ca')).toThrow(
    new Error('ProxyVolume.configMap: "etc/ca" is not a valid mount path. Use an absolute path without ":" and "..", such as "/var/lib/data".'),
  );
});
