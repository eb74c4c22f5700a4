import { MeshService } from '../../lib';

test('a service of somebody else is a host and a port', () => {
  const { host, port } = MeshService.fromHost('orders.billing.svc.cluster.local', 8080);
  expect({ host, port }).toEqual({ host: 'orders.billing.svc.cluster.local', port: 8080 });
});

test.each(['orders', 'orders.billing', 'https://orders.billing.svc', ''])('[F019] fails on %j, which is not the full name of a host', host => {
  expect(() => MeshService.fromHost(host, 8080)).toThrow(
    new Error(`MeshService.fromHost("${host}"): is not the full name of a host. Say "<service>.<namespace>.svc.cluster.local".`),
  );
});
