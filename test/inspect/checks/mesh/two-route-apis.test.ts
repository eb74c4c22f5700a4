import { twoRouteApisCheck } from '../../../../lib/inspect/checks/mesh/two-route-apis';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);
const httpRoute = (parent: string, place = 'shop/orders'): string => kube(`HTTPRoute ${place}`, `{parentRefs: [${parent}]}`);
const parent = '{kind: Service, name: orders}';

ruleCases(twoRouteApisCheck, [
  ['[F140] routes of both APIs', together(route(''), httpRoute(parent)), [
    'warning spec.hosts[0]: HTTPRoute shop/orders also routes orders: it applies to clients in namespace shop, and this to all others',
  ]],
  ['a route of callers', together(route(''), httpRoute('{kind: Service, namespace: shop, name: orders}', 'web/orders')), [
    'warning spec.hosts[0]: HTTPRoute web/orders also routes orders: it applies to clients in namespace web, and this to all others',
  ]],
], [
  ['a route of a gateway', together(route(''), httpRoute('{name: edge}'))],
  ['another Service', together(route(''), httpRoute('{kind: Service, name: pay}'))],
  ['a VirtualService of gateways', together(kube('VirtualService shop/orders', '{hosts: [orders], gateways: [edge]}'), httpRoute(parent))],
]);
