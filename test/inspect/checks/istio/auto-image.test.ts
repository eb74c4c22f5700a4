import { autoImageCheck } from '../../../../lib/inspect/checks/istio/auto-image';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlDeployment, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [autoImageCheck];
const auto = '{name: istio-proxy, image: auto}';
const namespace = (labels: string): string => yamlObject(TYPES.namespace, 'edge', '', `labels: {${labels}}`);
const webhook = (selector: string, name = 'sidecar-injector.istio.io'): string => (
  yamlObject('admissionregistration.k8s.io/v1 MutatingWebhookConfiguration', 'injector', `webhooks: [{name: ${name}${selector}}]`)
);
const byNamespace = ', namespaceSelector: {matchLabels: {istio-injection: enabled}}';
const message = 'the proxy image is auto, but no injector replaces it with the real one';
const reported = [`IST0146 auto-image-not-injected | Deployment edge/gateway | spec.template.spec.containers[0].image | ${message}`];

test.each([
  ['a namespace that is not injected', namespace('istio-injection: disabled') + yamlDeployment('edge/gateway', 'app: edge', auto), reported],
  ['an injected namespace', namespace('istio-injection: enabled') + yamlDeployment('edge/gateway', 'app: edge', auto), []],
  ['any namespace, with its label', yamlDeployment('edge/gateway', 'sidecar.istio.io/inject: "true"', auto), []],
  ['a namespace that the webhook does not take', webhook(byNamespace) + namespace('') + yamlDeployment('edge/gateway', 'app: edge', auto), reported],
  ['a namespace that is not shown, and so not taken', webhook(byNamespace) + yamlDeployment('edge/gateway', 'app: edge', auto), reported],
  ['a namespace that the webhook takes', webhook(byNamespace) + namespace('istio-injection: enabled') + yamlDeployment('edge/gateway', 'app: edge', auto), []],
  ['any namespace, since the webhook takes all', webhook('') + yamlDeployment('edge/gateway', 'app: edge', auto), []],
  ['a namespace with the webhook of something else', webhook('', 'other') + yamlDeployment('edge/gateway', 'app: edge', auto), reported],
  ['any namespace, with an image of its own', yamlDeployment('edge/gateway', 'app: edge', '{name: istio-proxy, image: proxy}'), []],
])('a Deployment is in %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual(expected);
});

test('a Deployment of a namespace that is not shown cannot be judged', () => {
  expect(judge(yamlDeployment('edge/gateway', 'app: edge', auto), { checks }).undecided.map(({ unknown }) => unknown)).toEqual(['Namespace edge']);
});

test('a pod that still has the image was not injected', () => {
  expect(found(yamlPod('edge/gateway', 'sidecar.istio.io/inject: "true"', `containers: [${auto}]`), { checks })).toEqual([
    `IST0147 auto-image-pod | Pod edge/gateway | spec.containers[0].image | ${message}`,
  ]);
});
