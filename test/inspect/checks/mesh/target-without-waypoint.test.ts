import { targetWithoutWaypointCheck } from '../../../../lib/inspect/checks/mesh/target-without-waypoint';
import { kube, service, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const target = (kind = 'Service'): string => kube('AuthorizationPolicy shop/orders', `{targetRefs: [{kind: ${kind}, name: orders}]}`);
const home = (labels: string): string => `{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {${labels}}}}`;
const unread = 'warning spec.targetRefs[0].name: neither Service shop/orders nor its namespace uses a waypoint, and sidecars ignore policies that target a Service';

ruleCases(targetWithoutWaypointCheck, [
  ['a Service without waypoint', together(home(''), service('shop/orders'), target()), [unread]],
  ['a Service that wants none', together(home('istio.io/use-waypoint: main'), kube('Service shop/orders labels: {istio.io/use-waypoint: none}'), target()), [unread]],
  ['a Service that is elsewhere, if the input is everything', target(), [unread], { complete: true, assumed: ['Service shop/orders'] }],
], [
  ['a Service with a waypoint', together(kube('Service shop/orders labels: {istio.io/use-waypoint: main}'), target())],
  ['a namespace with a waypoint', together(home('istio.io/use-waypoint: main'), service('shop/orders'), target())],
  ['a Service that is nowhere, of which MESH116 speaks', target(), { complete: true }],
  ['another target', together(home(''), target('Gateway'))],
]);

test('does not judge a Service whose namespace is not shown', () => {
  expect(undecidedBy(targetWithoutWaypointCheck, together(service('shop/orders'), target()))).toEqual(['namespace shop']);
  expect(undecidedBy(targetWithoutWaypointCheck, target())).toEqual(['Service shop/orders']);
});
