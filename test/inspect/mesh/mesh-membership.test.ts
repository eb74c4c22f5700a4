import { hasSidecar, isAmbientNamespace, isAmbientPod, isOfControlPlane, unknownInjection } from '../../../lib/inspect/mesh/mesh-membership';
import { allPods } from '../../../lib/inspect/mesh/pods';
import { objectSet } from '../../support/object-set';

const namespace = (labels: string): string => `
---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {${labels}}}
`;
const pod = (metadata: string, spec = 'containers: [{name: app}]'): string => `
---
apiVersion: v1
kind: Pod
metadata: {name: cart${metadata === '' ? '' : `, ${metadata}`}}
spec: {${spec}}
`;
const template = (metadata: string): string => `
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart}
spec: {template: {metadata: {${metadata === '' ? 'labels: {app: cart}' : metadata}}}}
`;

test.each([
  ['a container of the proxy', pod('', 'containers: [{name: istio-proxy, image: proxy}]'), true],
  ['the proxy as an init container', pod('', 'initContainers: [{name: istio-proxy, image: proxy}]'), true],
  ['a proxy without image, and no namespace', pod('', 'containers: [{name: istio-proxy}]'), undefined],
  ['its label', pod('labels: {sidecar.istio.io/inject: "true"}'), true],
  ['its label against its namespace', namespace('istio-injection: enabled') + pod('labels: {sidecar.istio.io/inject: "false"}'), false],
  ['its annotation', pod('annotations: {sidecar.istio.io/inject: "true"}'), true],
  ['its revision', pod('labels: {istio.io/rev: canary}'), true],
  ['its namespace', namespace('istio-injection: enabled') + pod(''), true],
  ['the revision of its namespace', namespace('istio.io/rev: canary') + pod(''), true],
  ['its namespace, which opts out', namespace('istio-injection: disabled, istio.io/rev: canary') + pod(''), false],
  ['its namespace, which says nothing', namespace('') + pod(''), false],
  ['its namespace, but not with the network of its node', namespace('istio-injection: enabled') + pod('', 'hostNetwork: true, containers: [{name: app}]'), false],
  ['a container of the proxy in the network of its node', pod('', 'hostNetwork: true, containers: [{name: istio-proxy, image: proxy}]'), true],
  ['nothing that is shown', pod(''), undefined],
])('a pod has a sidecar by %s', (_, yaml, expected) => {
  const set = objectSet(yaml);
  expect(hasSidecar(set, allPods(set)[0])).toBe(expected);
});

test('of a pod of a complete set whose namespace is not shown, nobody knows', () => {
  const set = objectSet(pod(''), { complete: true });
  expect(hasSidecar(set, allPods(set)[0])).toBeUndefined();
});

test.each([
  ['their namespace is not shown', pod(''), true, ['injection of namespace shop']],
  ['the set need not show it', pod(''), false, []],
  ['one says it by itself', pod('labels: {sidecar.istio.io/inject: "true"}'), true, []],
  ['one is in ambient mode', pod('annotations: {ambient.istio.io/redirection: enabled}'), true, []],
  ['they are the gateway of an installation', '', true, []],
  ['they are known to be outside', pod('labels: {sidecar.istio.io/inject: "false"}'), true, []],
])('what is unknown of the injection of pods, where %s', (_, yaml, complete, expected) => {
  const set = objectSet(yaml, { complete });
  expect(unknownInjection(set, allPods(set).slice(0, 1))).toEqual(expected);
});

test.each([
  ['a pod with the annotation', pod('annotations: {ambient.istio.io/redirection: enabled}'), true],
  ['a pod without it', namespace('istio.io/dataplane-mode: ambient') + pod(''), false],
  ['a template of an ambient namespace', namespace('istio.io/dataplane-mode: ambient') + template(''), true],
  ['a template that opts out', namespace('istio.io/dataplane-mode: ambient') + template('labels: {istio.io/dataplane-mode: none}'), false],
  ['a template with a sidecar', namespace('istio.io/dataplane-mode: ambient') + template('labels: {sidecar.istio.io/inject: "true"}'), false],
  ['a template of another namespace', namespace('') + template(''), false],
])('in ambient mode is %s: %#', (_, yaml, expected) => {
  const set = objectSet(yaml);
  expect(isAmbientPod(set, allPods(set)[0])).toBe(expected);
});

test.each([
  ['istio.io/dataplane-mode: ambient', true],
  ['istio.io/dataplane-mode: ambient, istio-injection: enabled', false],
  ['istio.io/dataplane-mode: ambient, istio.io/rev: canary', false],
  ['istio.io/dataplane-mode: none', false],
])('a namespace with %s is ambient: %s', (labels, expected) => {
  expect(isAmbientNamespace(objectSet(namespace(labels)), 'shop')).toBe(expected);
});

test.each([['istio: pilot', true], ['release: istio', true], ['release: shop', false]])('of the control plane is what has the label %s: %s', (labels, expected) => {
  expect(isOfControlPlane(objectSet(pod(`labels: {${labels}}`)).of('Pod')[0])).toBe(expected);
});
