import { sidecarsCheck } from '../../../../lib/inspect/checks/istio/sidecars';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlDeployment, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [sidecarsCheck];
const sidecar = (name: string, labels?: string): string => (
  yamlObject(TYPES.sidecar, name, `spec: {${labels === undefined ? '' : `workloadSelector: {labels: {${labels}}}`}}`)
);
const pod = yamlPod('shop/cart', 'app: cart, tier: web');
const ambientPod = yamlPod('shop/cart', 'app: cart', 'containers: [{name: app}]', ', annotations: {ambient.istio.io/redirection: enabled}');
const ambient = yamlObject(TYPES.namespace, 'shop', '', 'labels: {istio.io/dataplane-mode: ambient}');
const names = (name: string, rule: string, message: string): string => `${rule} | Sidecar shop/${name} | metadata.name | ${message}`;

test.each([
  ['no pod', pod + sidecar('shop/a', 'app: other'), [
    'IST0101 selector-without-pods | Sidecar shop/a | spec.workloadSelector.labels.app | no pod of namespace shop has the labels app=other',
  ]],
  ['a pod of another namespace', pod + yamlPod('web/cart', 'app: other') + sidecar('shop/a', 'app: other'), [
    'IST0101 selector-without-pods | Sidecar shop/a | spec.workloadSelector.labels.app | no pod of namespace shop has the labels app=other',
  ]],
  ['one pod twice', pod + sidecar('shop/a', 'app: cart') + sidecar('shop/b', 'tier: web'), ['a', 'b'].map(name => (
    names(name, 'IST0110 sidecar-selector-conflict', 'the Sidecars a, b select shop/cart, and which of them applies is undefined')
  ))],
  ['all pods twice', sidecar('shop/a') + sidecar('shop/b', ''), ['a', 'b'].map(name => (
    names(name, 'IST0111 sidecar-default-conflict', 'the Sidecars a, b have no selector, and which of them applies is undefined')
  ))],
  ['a pod in ambient mode', ambientPod + sidecar('shop/a', 'app: cart'), [
    'IST0167 sidecar-without-proxy | Sidecar shop/a | spec.workloadSelector.labels | shop/cart is in ambient mode, so it has no sidecar to configure',
  ]],
  ['a namespace in ambient mode', ambient + sidecar('shop/a') + sidecar('shop/b'), ['a', 'b'].map(name => (
    names(name, 'IST0167 sidecar-without-proxy', 'namespace shop is in ambient mode, so its pods have no sidecar to configure')
  ))],
])('Sidecars select %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual(expected);
});

test.each([
  ['a pod each', pod + yamlPod('shop/web', 'app: web') + sidecar('shop/a', 'app: cart') + sidecar('shop/b', 'app: web')],
  ['a template', yamlDeployment('shop/cart', 'app: cart') + sidecar('shop/a', 'app: cart')],
  ['all pods, and some by a misspelled field', sidecar('shop/a') + sidecar('shop/b', 'app: cart').replace('labels:', 'matchLabels:')],
  ['all pods of a namespace each', sidecar('shop/a') + sidecar('web/b')],
  ['all pods, and one', pod + sidecar('shop/a') + sidecar('shop/b', 'app: cart')],
])('Sidecars do not conflict: %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('pods of a namespace that shows none cannot be judged, unless the set is complete', () => {
  expect(judge(sidecar('shop/a', 'app: cart'), { checks }).undecided.map(({ unknown }) => unknown)).toEqual(['pods of namespace shop']);
  expect(found(sidecar('shop/a', 'app: cart'), { checks, set: { complete: true } })).toHaveLength(1);
});

test('a Sidecar may select pods that run elsewhere', () => {
  expect(found(sidecar('shop/a', 'app: other'), { checks, set: { complete: true, assumed: ['Service shop/other'] } })).toEqual([]);
});
