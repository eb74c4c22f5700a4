import { conditionsCheck } from '../../../../lib/inspect/checks/istio/conditions';
import { found } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [conditionsCheck];
const condition = (type: string, status = '"False"', more = ''): string => `conditions: [{type: ${type}, status: ${status}${more}}]`;
const object = (type: string, status: string): string => yamlObject(type, 'shop/cart', `status: {${status}}`);
const routes = ['HTTPRoute', 'GRPCRoute'].map(kind => `gateway.networking.k8s.io/v1 ${kind}`);

test.each<readonly [string, string]>([
  [TYPES.service, condition('istio.io/WaypointBound')],
  [TYPES.serviceEntry, condition('istio.io/WaypointBound')],
  [TYPES.workloadEntry, condition('istio.io/WaypointBound')],
  [TYPES.authorizationPolicy, condition('ZtunnelAccepted')],
  [TYPES.authorizationPolicy, condition('WaypointAccepted')],
  [TYPES.authorizationPolicy, condition('WaypointAccepted', '"True"', ', reason: PartiallyInvalid')],
  [TYPES.kubernetesGateway, condition('Programmed')],
  ...routes.map(type => [type, `parents: [{${condition('ResolvedRefs')}}]`] as const),
])('a %s with %s is reported', (type, status) => {
  expect(found(object(type, status), { checks })).toHaveLength(1);
});

test.each<readonly [string, string]>([
  [TYPES.service, condition('istio.io/WaypointBound', '"True"')],
  [TYPES.service, condition('Other')],
  [TYPES.service, 'conditions: none'],
  [TYPES.authorizationPolicy, condition('ZtunnelAccepted', '"True"', ', reason: PartiallyInvalid')],
  [TYPES.kubernetesGateway, `listeners: [{${condition('Programmed')}}]`],
  ...routes.map(type => [type, condition('Accepted')] as const),
])('a %s with %s is not reported', (type, status) => {
  expect(found(object(type, status), { checks })).toEqual([]);
});

test('the finding says why, as far as the status does', () => {
  expect(found(object(TYPES.service, condition('istio.io/WaypointBound', '"False"', ', reason: Gone, message: no waypoint')), { checks })).toEqual([
    'IST0171 negative-condition | Service shop/cart | status.conditions[0] | istio.io/WaypointBound is False: Gone, no waypoint',
  ]);
  expect(found(object(TYPES.service, condition('istio.io/WaypointBound')), { checks })[0]).toMatch(/is False: no reason$/);
});
