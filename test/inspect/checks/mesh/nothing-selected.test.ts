import { nothingSelectedCheck } from '../../../../lib/inspect/checks/mesh/nothing-selected';
import { deployment, documents, flowObject, service } from '../../../support/flow-objects';
import { found } from '../../../support/judge';
import { objectSet } from '../../../support/object-set';

const checks = [nothingSelectedCheck];

const rule = (labels: string, host = 'cart', place = 'shop/cart'): string => (
  flowObject('networking.istio.io/v1', 'DestinationRule', [place, `host: ${host}, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {${labels}}}]`])
);
const cart = documents(service('shop/cart', 'app: cart'), deployment('shop/cart-v1', 'app: cart, version: v1'));

test('[F138] a subset that selects no workload of its Service is found', () => {
  expect(found(documents(rule('version: v2'), cart), { checks })).toEqual([
    'MESH012 nothing-selected | DestinationRule shop/cart | spec.subsets[1]'
    + ' | among the workloads of cart, by app=cart, none has the labels version=v2, so requests to the subset v2 get 503',
  ]);
});

test.each([
  ['where only another namespace has such workloads', documents(rule('version: v2'), cart, deployment('pay/cart-v2', 'app: cart, version: v2'))],
  ['where only another Service has such workloads', documents(rule('version: v2'), cart, deployment('shop/pay-v2', 'app: pay, version: v2'))],
  ['that asks for another workload than its Service', documents(rule('app: pay'), cart, deployment('shop/pay', 'app: pay'))],
  ['of a host without Service, where workloads are called like it', documents(rule('version: v2'), deployment('shop/cart-v1', 'app: cart, version: v1'))],
  ['of a rule of another namespace', documents(rule('version: v2', 'cart.shop.svc.cluster.local', 'web/cart'), cart)],
  ['of a ServiceEntry', documents(rule('version: v2', 'cart.example.com'),
    flowObject('networking.istio.io/v1', 'ServiceEntry', ['shop/cart', 'hosts: [cart.example.com], workloadSelector: {labels: {app: cart}}']),
    flowObject('networking.istio.io/v1', 'WorkloadEntry', ['shop/cart-v1', 'address: 10.0.0.1, labels: {app: cart, version: v1}']),
    flowObject('networking.istio.io/v1', 'WorkloadEntry', ['pay/cart-v2', 'address: 10.0.0.1, labels: {app: cart, version: v2}']))],
])('[F138] so is one %s', (_, yaml) => {
  expect(found(yaml, { checks })).toHaveLength(1);
});

test.each([
  ['selects workloads', documents(rule('version: v2'), cart, deployment('shop/cart-v2', 'app: cart, version: v2'))],
  ['has no name that can be read', documents(rule('version: v2').replace('name: v2', 'nmae: v2'), cart)],
  ['may be that of pods whose labels are misspelled', documents(rule('version: v2'), cart, deployment('shop/cart-v2', 'app: cart, version: v2').replace('labels', 'lables'))],
  ['selects all of them', documents(rule(''), cart)],
  ['selects by where pods run', documents(rule('topology.kubernetes.io/region: eu'), cart)],
  ['belongs to workloads of which nothing is shown', documents(rule('version: v2'), service('shop/cart', 'app: cart'), deployment('shop/pay', 'app: pay'))],
  ['belongs to a Service without selector', documents(rule('version: v2'), service('shop/cart', ''), deployment('shop/pay', 'app: pay'))],
  ['belongs to a host that nobody shows', documents(rule('version: v2', 'example.com'), cart)],
  ['is a matter of Flagger', documents(rule('version: v2'), cart, flowObject('flagger.app/v1beta1', 'Canary', ['shop/cart', 'targetRef: {kind: Deployment, name: cart}']))],
  ['is a matter of Argo Rollouts', documents(
    rule('version: v2'), service('shop/cart', 'app: cart'),
    flowObject('argoproj.io/v1alpha1', 'Rollout', ['shop/cart', 'template: {metadata: {labels: {app: cart, version: v1}}}']),
  )],
  ['selects entries of a ServiceEntry', documents(rule('version: v1', 'cart.example.com'),
    flowObject('networking.istio.io/v1', 'ServiceEntry', ['shop/cart', 'hosts: [cart.example.com], workloadSelector: {labels: {app: cart}}']),
    flowObject('networking.istio.io/v1', 'WorkloadEntry', ['shop/cart-v1', 'address: 10.0.0.1, labels: {app: cart, version: v1}']))],
])('nothing is said of a subset that %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

const split = flowObject('split.smi-spec.io/v1alpha1', 'TrafficSplit', ['shop/cart', 'service: cart, backends: [{service: cart-v2, weight: 10}]']);
const route = (backend: string, place = 'shop/cart'): string => (
  flowObject('gateway.networking.k8s.io/v1', 'HTTPRoute', [place, `rules: [{backendRefs: [${backend}]}]`])
);
const v2 = service('shop/cart-v2', 'app: cart, version: v2');

test('[F138] a Service among which requests are split, and that selects no workload, is found', () => {
  expect(found(documents(split, v2, cart), { checks })).toEqual([
    'MESH012 nothing-selected | TrafficSplit shop/cart | spec.backends[0].service'
    + ' | no workload of namespace shop has the labels app=cart,version=v2, which Service cart-v2 selects',
  ]);
});

test.each([
  ['of its namespace', route('{name: cart-v2, port: 80}')],
  ['of another namespace', route('{name: cart-v2, namespace: shop, port: 80}', 'web/cart')],
  ['of a route of Linkerd', route('{name: cart-v2, port: 80}').replace('gateway.networking.k8s.io/v1', 'policy.linkerd.io/v1beta3')],
])('so is one %s behind a route', (_, yaml) => {
  expect(found(documents(yaml, v2, cart), { checks })).toHaveLength(1);
});

test.each([
  ['selects workloads', documents(split, v2, deployment('shop/cart-v2', 'app: cart, version: v2'))],
  ['is not shown', documents(split, cart)],
  ['may select pods whose labels are misspelled', documents(split, v2, cart, deployment('shop/cart-v2', 'app: cart, version: v2').replace('labels', 'lables'))],
  ['has no selector', documents(split, service('shop/cart-v2', ''), cart)],
  ['is in a namespace without workloads', documents(split, v2)],
  ['is of another kind', documents(route('{name: cart-v2, kind: Backend, group: example.com}'), v2, cart)],
  ['is a matter of Flagger', documents(route('{name: cart-canary}'), service('shop/cart-canary', 'app: nobody'), cart,
    flowObject('flagger.app/v1beta1', 'Canary', ['shop/cart', 'targetRef: {kind: Deployment, name: cart}']))],
])('nothing is said of a Service that %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('workloads of another cluster are behind the Services, too', () => {
  const yaml = documents(rule('version: v2'), cart, v2, route('{name: cart-v2, port: 80}'));
  const west = { name: 'west', set: objectSet(deployment('shop/cart-v2', 'app: cart, version: v2')) };
  expect(found(yaml, { checks })).toHaveLength(2);
  expect(found(yaml, { checks, set: { clusters: [west] } })).toEqual([]);
});
