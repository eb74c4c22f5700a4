import { proxyImageCheck } from '../../../../lib/inspect/checks/istio/proxy-image';
import { found } from '../../../support/judge';
import { TYPES, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [proxyImageCheck];
const injector = (image = 'proxyv2', name = 'istio-sidecar-injector'): string => (
  yamlObject(TYPES.configMap, `istio-system/${name}`, `data: {values: '{"global": {"hub": "hub", "tag": "1.30", "proxy": {"image": "${image}"}}}'}`)
);
const namespace = (labels = 'istio-injection: enabled'): string => yamlObject(TYPES.namespace, 'shop', '', `labels: {${labels}}`);
const pod = (image: string, annotations = '', name = 'cart'): string => (
  yamlPod(`shop/${name}`, 'app: cart', `containers: [{name: app}, {name: istio-proxy, image: "${image}"}]`, `, annotations: {${annotations}}`)
);
const proxyConfig = (name: string, spec: string): string => yamlObject('networking.istio.io/v1beta1 ProxyConfig', name, `spec: {image: {imageType: debug}, ${spec}}`);
const old = (expected: string, pods: string): string => (
  `IST0158 proxy-image | Namespace shop | metadata.name | the injector uses the proxy image ${expected}, but ${pods} run another one`
);

test.each([
  ['of another release', injector() + namespace() + pod('hub/proxyv2:1.29'), [old('hub/proxyv2:1.30', 'cart')]],
  ['of several pods', injector() + namespace() + pod('b', '', 'b') + pod('a', '', 'a'), [old('hub/proxyv2:1.30', 'a, b')]],
  ['of a variant that nobody asks for', injector() + namespace() + pod('hub/proxyv2:1.30-debug'), [old('hub/proxyv2:1.30', 'cart')]],
  ['of another revision', injector('example.com/p:2', 'istio-sidecar-injector-canary') + namespace('istio.io/rev: canary') + pod('hub/proxyv2:1.30'),
    [old('example.com/p:2', 'cart')]],
  ['of a revision that is default', injector() + namespace('istio.io/rev: default') + pod('old'), [old('hub/proxyv2:1.30', 'cart')]],
])('an image is reported: %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual(expected);
});

test.each([
  ['that of the injector', injector() + namespace() + pod('hub/proxyv2:1.30')],
  ['its own', injector() + namespace() + pod('own', 'sidecar.istio.io/proxyImage: own')],
  ['a variant of its annotation', injector() + namespace() + pod('hub/proxyv2:1.30-debug', 'proxy.istio.io/config: "image: {imageType: debug}"')],
  ['a variant of its namespace', injector() + namespace() + proxyConfig('shop/all', '') + pod('hub/proxyv2:1.30-debug')],
  ['a variant of its own', injector() + namespace() + proxyConfig('shop/cart', 'selector: {matchLabels: {app: cart}}') + pod('hub/proxyv2:1.30-debug')],
  ['a variant of the mesh', injector() + namespace() + proxyConfig('istio-system/all', '') + pod('hub/proxyv2:1.30-debug')],
  ['what nobody knows, without injector', namespace() + pod('old')],
  ['what nobody knows, without injection', injector() + namespace('istio-injection: disabled') + pod('old')],
  ['what nobody knows, without the injector of the revision', injector() + namespace('istio.io/rev: canary') + pod('old')],
])('a pod has %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('a pod has the variant of the mesh config', () => {
  const yaml = injector() + namespace() + pod('hub/proxyv2:1.30-debug');
  expect(found(yaml, { checks, set: { meshConfig: { defaultConfig: { image: { imageType: 'debug' } } } } })).toEqual([]);
});
