import { unknownTargetCheck } from '../../../../lib/inspect/checks/mesh/unknown-target';
import { kube, service, together } from '../../../support/kube';
import { objectSet } from '../../../support/object-set';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const knative = '{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: web, namespace: shop}}';
const orders = service('shop/orders');
const waypoint = kube('Gateway shop/waypoint', '{gatewayClassName: istio-waypoint}');
const policy = (target: string): string => kube('AuthorizationPolicy shop/orders', `{action: DENY, targetRefs: [{${target}}]}`);
const GATEWAY = 'group: gateway.networking.k8s.io, kind: Gateway';
const said = (object: string): string => `${object} is not in the input; without it, the policy has no effect`;

ruleCases(unknownTargetCheck, [
  ['a Service', together(orders, policy('kind: Service, name: orderz')), [`error spec.targetRefs[0].name: ${said('Service shop/orderz')}`]],
  ['a Service by the long name of its group', together(orders, policy('group: core, kind: Service, name: orderz')), [`error spec.targetRefs[0].name: ${said('Service shop/orderz')}`]],
  ['a Service of another namespace', together(orders, service('pay/bills'), policy('kind: Service, name: bills')), [`error spec.targetRefs[0].name: ${said('Service shop/bills')}`]],
  ['a waypoint', together(waypoint, policy(`${GATEWAY}, name: waypont`)), [`error spec.targetRefs[0].name: ${said('Gateway shop/waypont')}`]],
  ['the one target of old', together(orders, kube('RequestAuthentication shop/jwt', '{targetRef: {kind: Service, name: orderz}}')), [
    `error spec.targetRef.name: ${said('Service shop/orderz')}`,
  ]],
  ['what guards nothing', together(orders, kube('Telemetry shop/logs', '{targetRefs: [{kind: Service, name: orderz}]}')), [
    `warning spec.targetRefs[0].name: ${said('Service shop/orderz')}`,
  ]],
  ['a ServiceEntry, if the input is everything', policy('group: networking.istio.io, kind: ServiceEntry, name: api'), [`error spec.targetRefs[0].name: ${said('ServiceEntry shop/api')}`], { complete: true }],
], [
  ['targets that are there', together(orders, waypoint, policy('kind: Service, name: orders'), policy(`${GATEWAY}, name: waypoint`))],
  ['a Service of another cluster', together(orders, policy('kind: Service, name: bills')), { clusters: [{ name: 'west', set: objectSet(service('shop/bills')) }] }],
  ['what Flagger makes', together(orders, kube('Canary shop/cart', '{targetRef: {kind: Deployment, name: cart}}'), ...['cart', 'cart-primary', 'cart-canary'].map(name => policy(`kind: Service, name: ${name}`)))],
  ['what is said to be elsewhere', together(orders, policy('kind: Service, name: bills')), { assumed: ['Service shop/bills'] }],
  ['a class, which istiod makes', policy('group: gateway.networking.k8s.io, kind: GatewayClass, name: istio-waypoint'), { complete: true }],
  ['another kind, and no name, which istiod refuses', together(orders, policy('kind: Deployment, name: a'), policy('kind: Service'), policy('kind: constructor, name: a'))],
]);

test.each([
  ['a Service of a namespace of which the input shows nothing', policy('kind: Service, name: orders'), 'Service shop/orders'],
  ['a Service that an operator may make', together(orders, knative, policy('kind: Service, name: web')), 'Service shop/web'],
  ['a Service that may be brought from elsewhere', together(orders, '{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a, namespace: argo}}', policy('kind: Service, name: web')), 'Service shop/web'],
  ['a Gateway where no waypoint is shown', together(orders, policy(`${GATEWAY}, name: waypoint`)), 'Gateway shop/waypoint'],
  ['a ServiceEntry', together(orders, policy('group: networking.istio.io, kind: ServiceEntry, name: api')), 'ServiceEntry shop/api'],
])('does not judge %s', (_, yaml, unknown) => {
  expect(undecidedBy(unknownTargetCheck, yaml)).toEqual([unknown]);
});
