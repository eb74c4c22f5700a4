import { routesByHost } from '../../../lib/inspect/mesh/route-splits';
import { kube, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

test('routes are known by the full hosts to which they send something', () => {
  const split = '{destination: {host: orders, subset: v1}, weight: 90}, {destination: {host: orders.shop.svc.cluster.local, subset: v2}, weight: 10}, {destination: {host: pay}}';
  const routes = routesByHost(objectSet(together(
    kube('VirtualService shop/web', `{http: [{route: [${split}]}]}`),
    kube('VirtualService lab/web', '{tcp: [{route: [{destination: {host: orders.shop.svc.cluster.local}, weight: 0}]}]}'),
  )));
  expect([...routes.keys()]).toEqual(['orders.shop.svc.cluster.local']);
  expect(routes.get('orders.shop.svc.cluster.local')!.map(({ virtualService, parts }) => [virtualService.fullName, parts.map(({ subset, weight }) => `${subset} ${weight}`)]))
    .toEqual([['lab/web', [' 100']], ['shop/web', ['v1 90', 'v2 10']]]);
});
