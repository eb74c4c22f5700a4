import { waypointUsage } from '../../../lib/inspect/mesh/waypoint-usage';
import { kube, service, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const namespace = (labels = ''): string => kube(`Namespace shop labels: {${labels}}`);
const labelled = (value: string): string => service('shop/orders').replace('name: orders,', `name: orders, labels: {istio.io/use-waypoint: ${value}},`);

test.each([
  ['a Service with a waypoint', labelled('waypoint'), 'some'],
  ['a namespace with a waypoint', together(namespace('istio.io/use-waypoint: waypoint'), service('shop/orders')), 'some'],
  ['a Service that wants none', together(namespace('istio.io/use-waypoint: waypoint'), labelled('none')), 'none'],
  ['a Service whose waypoint has no name', together(namespace('istio.io/use-waypoint: waypoint'), labelled('""')), 'none'],
  ['neither', together(namespace(), service('shop/orders')), 'none'],
  ['a namespace that is not shown', service('shop/orders'), 'unknown'],
])('tells of %s', (_, yaml, usage) => {
  expect(waypointUsage(objectSet(yaml), 'shop', 'orders')).toBe(usage);
});
