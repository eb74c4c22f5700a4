import { twoMeshesCheck } from '../../../../lib/inspect/checks/mesh/two-meshes';
import { documents, flowObject } from '../../../support/flow-objects';
import { found } from '../../../support/judge';

const checks = [twoMeshesCheck];

const cart = (metadata: string, spec = ''): string => (
  flowObject('apps/v1', 'Deployment', ['shop/cart', `template: {metadata: {${metadata}}, spec: {containers: [{name: cart, image: "cart:1"}], ${spec}}}`])
);
const namespace = (metadata: string): string => `{apiVersion: v1, kind: Namespace, metadata: {name: shop, ${metadata}}}`;
const BOTH = 'labels: {sidecar.istio.io/inject: "true"}, annotations: {linkerd.io/inject: enabled}';

test('pods that ask for two proxies are found', () => {
  expect(found(cart(BOTH), { checks })).toEqual([
    'MESH018 two-meshes | Deployment shop/cart | spec.template.metadata.annotations["linkerd.io/inject"]'
    + ' | the pods get both an Istio and a Linkerd proxy, and each captures the traffic of the other',
  ]);
});

test.each([
  ['by annotations alone', cart('annotations: {sidecar.istio.io/inject: "true", linkerd.io/inject: ingress}')],
  ['by a revision', cart('labels: {istio.io/rev: stable}, annotations: {linkerd.io/inject: enabled}')],
  ['by their namespace and themselves', documents(namespace('labels: {istio-injection: enabled}'), cart('annotations: {linkerd.io/inject: enabled}'))],
  ['by a revision of their namespace', documents(namespace('labels: {istio.io/rev: stable}'), cart('annotations: {linkerd.io/inject: enabled}'))],
  ['by themselves and their namespace', documents(namespace('annotations: {linkerd.io/inject: enabled}'), cart('labels: {sidecar.istio.io/inject: "true"}'))],
  ['by their namespace', documents(namespace('labels: {istio-injection: enabled}, annotations: {linkerd.io/inject: enabled}'), cart(''))],
])('pods that get two proxies %s are found', (_, yaml) => {
  expect(found(yaml, { checks })).toHaveLength(1);
});

test.each([
  ['ask for Linkerd alone', cart('annotations: {linkerd.io/inject: enabled}')],
  ['ask for Istio alone', cart('labels: {sidecar.istio.io/inject: "true"}')],
  ['refuse Istio', documents(namespace('labels: {istio-injection: enabled}'), cart('labels: {sidecar.istio.io/inject: "false"}, annotations: {linkerd.io/inject: enabled}'))],
  ['refuse Linkerd', documents(namespace('annotations: {linkerd.io/inject: enabled}'), cart('labels: {sidecar.istio.io/inject: "true"}, annotations: {linkerd.io/inject: disabled}'))],
  ['are on the network of their node', cart(BOTH, 'hostNetwork: true')],
  ['have a namespace that nobody shows', cart('annotations: {linkerd.io/inject: enabled}')],
])('pods that %s are not', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('what another object makes is not found again', () => {
  const copy = flowObject('apps/v1', 'ReplicaSet', ['shop/cart-1', `template: {metadata: {${BOTH}}, spec: {}}`],
    'ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: cart, uid: a}]');
  expect(found(documents(cart(BOTH), copy), { checks })).toHaveLength(1);
});
