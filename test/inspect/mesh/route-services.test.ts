import { Field } from '../../../lib/inspect/mesh/field';
import { routeService } from '../../../lib/inspect/mesh/route-services';

test.each([
  [{ name: 'orders' }, 'shop/orders'],
  [{ name: 'orders', namespace: 'lab', kind: 'Service', group: '' }, 'lab/orders'],
  [{ name: 'orders', kind: 'Hostname', group: 'networking.istio.io' }, undefined],
  [{ name: 'orders', group: 'multicluster.x-k8s.io' }, undefined],
  [{ name: '' }, undefined],
  [{}, undefined],
  [undefined, undefined],
])('the backend %j of a route in shop is %s', (backend, expected) => {
  const service = routeService(Field.root(backend), 'shop');
  expect(service && `${service.namespace}/${service.name}`).toBe(expected);
});
