import { serviceOf } from '../../../../lib/mesh/private/hosts/service-host';

test('a full name is that of a Service, or of something else', () => {
  expect(serviceOf('orders.shop.svc.cluster.local')).toEqual({ name: 'orders', namespace: 'shop' });
  expect(['api.example.com', 'orders.shop', 'a.orders.shop.svc.cluster.local'].map(serviceOf)).toEqual([undefined, undefined, undefined]);
});
