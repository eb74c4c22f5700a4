import { showsWaypointsOf, waypointNamed } from '../../../lib/inspect/mesh/waypoints';
import { kube, service, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

test.each([
  ['beside what is labelled', { 'istio.io/use-waypoint': 'main' }, { namespace: 'shop', name: 'main' }],
  ['where the other label says', { 'istio.io/use-waypoint': 'main', 'istio.io/use-waypoint-namespace': 'infra' }, { namespace: 'infra', name: 'main' }],
  ['nowhere, for none', { 'istio.io/use-waypoint': 'none' }, undefined],
  ['nowhere, without a label', { 'istio.io/use-waypoint-namespace': 'infra' }, undefined],
])('labels name a waypoint %s', (_, labels, named) => {
  expect(waypointNamed(labels, 'shop')).toEqual(named);
});

const waypoint = (place: string): string => kube(`Gateway ${place}`, '{gatewayClassName: istio-waypoint}');

test.each([
  ['that has one', waypoint('shop/main'), true],
  ['of which it shows a Service, beside waypoints elsewhere', together(service('shop/orders'), waypoint('lab/main')), true],
  ['of which it shows nothing', waypoint('lab/main'), false],
  ['that has another Gateway alone', together(service('shop/orders'), kube('Gateway shop/edge', '{gatewayClassName: istio}')), false],
])('whether a set shows the waypoints of a namespace %s', (_, yaml, areShown) => {
  expect(showsWaypointsOf(objectSet(yaml), 'shop')).toBe(areShown);
});
