import { serviceWithoutPodsCheck } from '../../../../lib/inspect/checks/mesh/service-without-pods';
import { judge } from '../../../support/judge';
import { deployment, kube, service, together } from '../../../support/kube';
import { objectSet } from '../../../support/object-set';
import { ruleCases } from '../../../support/rule-cases';

const carts = service('shop/carts');
const cart = deployment('shop/cart');
const basekt = kube('Service shop/cart', '{selector: {app: basekt}}');
const all = { complete: true };
const told = ['warning spec.selector: no pod of namespace shop has the labels app=carts, so callers get 503'];

ruleCases(serviceWithoutPodsCheck, [
  ['a Service that selects none of the pods', together(carts, cart), told, all],
  ['a Service where nothing runs', carts, told, all],
  ['pods of another namespace', together(carts, deployment('lab/carts')), told, all],
  ['objects of a kind that nobody knows, in another namespace', together(carts, '{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: a, namespace: lab}}'), told, all],
  ['pods that nobody else selects, and that differ by a letter', together(basekt, deployment('shop/basket')), [
    'warning spec.selector: no pod of namespace shop has the labels app=basekt, so callers get 503',
  ]],
  ['pods that another Service selects, with a letter too much', together(kube('Service shop/pay', '{selector: {app: baskett}}'), service('shop/basket'), deployment('shop/basket')), [
    'warning spec.selector: no pod of namespace shop has the labels app=baskett, so callers get 503',
  ]],
], [
  ['pods that another Service selects, by a Service that is called after its own', together(service('shop/baskett'), service('shop/basket'), deployment('shop/basket'))],
  ['pods that another Service selects', together(basekt, service('shop/basket'), deployment('shop/basket'))],
  ['an input that is a part of a cluster', together(carts, cart)],
  ['pods that are selected', together(service('shop/cart'), cart), all],
  ['a Service without a selector', kube('Service shop/carts', '{ports: [{port: 80}]}'), all],
  ['a name elsewhere', kube('Service shop/carts', '{type: ExternalName, externalName: a.com, selector: {app: carts}}'), all],
  ['labels that pods get where they run', kube('Service shop/carts', '{selector: {statefulset.kubernetes.io/pod-name: carts-0}}'), all],
  ['a machine', together(carts, '{apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: vm, namespace: shop}, spec: {labels: {app: carts}}}'), all],
  ['pods that Flagger makes', together(service('shop/carts'), kube('Canary shop/x', '{targetRef: {name: carts}}')), all],
  ['pods of a Gateway', together(carts, kube('Gateway shop/edge')), all],
  ['pods of an operator', together(carts, '{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: a, namespace: shop}}'), all],
  ['what Argo CD brings', together(carts, '{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a, namespace: argocd}}'), all],
  ['pods of another cluster', carts, { ...all, clusters: [{ name: 'west', set: objectSet(deployment('shop/carts')) }] }],
  ['pods that are elsewhere', carts, { complete: true, assumed: ['Deployment shop/carts'] }],
]);

test('the label that is probably meant is named', () => {
  const repairOf = (yaml: string): unknown => judge(yaml, { checks: [serviceWithoutPodsCheck], set: all }).findings[0].repair;
  const otherwise = 'select by labels that the pods have, or pass --assume if the pods come from elsewhere';
  expect([repairOf(together(carts, cart)), repairOf(carts)]).toEqual([`write app: cart if that is what you meant, or ${otherwise}`, otherwise]);
});
