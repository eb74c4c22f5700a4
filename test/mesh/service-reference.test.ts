import { Match, MeshService } from '../../lib';
import { shopChart, specOf, webIn } from '../support/shop-chart';

test('a service of somebody else is a host and a port', () => {
  const { host, port } = MeshService.fromHost('orders.billing.svc.cluster.local', 8080);
  expect({ host, port }).toEqual({ host: 'orders.billing.svc.cluster.local', port: 8080 });
});

test.each(['www.example.com', 'orders.billing.svc.clusterset.local', 'web-0.web-pods.shop.svc.cluster.local'])('%s is a full name, too', host => {
  expect(MeshService.fromHost(host, 443).host).toBe(host);
});

test('[F019] a host outside of two labels is told from a short name by a dot at its end, which is not rendered', () => {
  const chart = shopChart();
  webIn(chart).traffic.route('www', Match.header('x-www', '1'), MeshService.fromHost('example.com.', 443));
  expect(specOf(chart, 'VirtualService').http[0].route).toEqual([{ destination: { host: 'example.com', port: { number: 443 } } }]);
});

test.each(['orders.billing', 'orders.shop', 'example.com'])('[F019] fails on "%s", which can be a Service and its namespace', host => {
  const [service, namespace] = host.split('.');
  expect(() => MeshService.fromHost(host, 443)).toThrow(new Error(
    `MeshService.fromHost("${host}"): no proxy knows the Service "${service}" of the namespace "${namespace}" by this name. Use "${host}.svc.cluster.local"; or "${host}.", with a dot at the end, for the host outside of the cluster.`,
  ));
});

test.each(['orders', 'orders.', '.', 'example.com..', 'https://orders.billing.svc', '', 'Orders.billing.svc.cluster.local', '*.example.com', '10.0.0.1', '-a.b.example.com', 'a..b.c'])(
  '[F019] fails on %j, which is not the full name of a host',
  host => {
    expect(() => MeshService.fromHost(host, 8080)).toThrow(
      new Error(`MeshService.fromHost("${host}"): is not a full host name. Use "<service>.<namespace>.svc.cluster.local".`),
    );
  },
);

test.each(['orders.svc', 'orders.billing.svc'])('[F019] fails on "%s", which a mesh does not complete', host => {
  expect(() => MeshService.fromHost(host, 8080)).toThrow(new Error(
    `MeshService.fromHost("${host}"): lacks the domain of the cluster, so no proxy knows the host. Use "${host}.cluster.local", or the domain of your cluster after ".svc".`,
  ));
});

test.each([-5, 0, 65_536, 1.5, NaN])('[F019] fails on %d, which is no port', port => {
  expect(() => MeshService.fromHost('orders.billing.svc.cluster.local', port)).toThrow(new Error(
    `MeshService.fromHost("orders.billing.svc.cluster.local"): ${port} is not a valid port. Use that of the Service, a whole number from 1 to 65535.`,
  ));
});
