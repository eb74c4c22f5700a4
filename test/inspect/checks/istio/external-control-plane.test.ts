import { externalControlPlaneCheck } from '../../../../lib/inspect/checks/istio/external-control-plane';
import { found } from '../../../support/judge';
import { yamlObject } from '../../../support/yaml-objects';

const checks = [externalControlPlaneCheck];
const configuration = (kind: string, name: string, client: string): string => (
  yamlObject(`admissionregistration.k8s.io/v1 ${kind}WebhookConfiguration`, name, `webhooks: [{name: validation.istio.io, clientConfig: ${client}}]`)
);
const at = (kind: string, name: string): string => `${kind}WebhookConfiguration ${name} | webhooks[0].clientConfig`;

test.each([
  ['nobody', '{}', 'IST0163 control-plane-url', '', 'validation.istio.io has neither a url nor a service'],
  ['an empty URL', '{url: ""}', 'IST0163 control-plane-url', '', 'validation.istio.io has neither a url nor a service'],
  ['what is no URL', '{url: "istiod example"}', 'IST0163 control-plane-url', '.url', 'validation.istio.io calls "istiod example", which is not a URL'],
  ['an address', '{url: "https://192.0.2.1:1"}', 'IST0164 control-plane-address', '.url',
    'validation.istio.io calls the address 192.0.2.1, which certificates rarely include'],
  ['an address of IPv6', '{url: "https://[2001:db8::1]:1"}', 'IST0164 control-plane-address', '.url',
    'validation.istio.io calls the address [2001:db8::1], which certificates rarely include'],
])('a webhook calls %s', (_, client, ...[rule, place, message]) => {
  const [kind, name] = ['Validating', 'istiod-default-validator'];
  expect(found(configuration(kind, name, client), { checks })).toEqual([`${rule} | ${at(kind, name)}${place} | ${message}`]);
});

test.each([
  ['Validating', 'istiod-default-validator', 1],
  ['Validating', 'istio-validator-shop', 1],
  ['Validating', 'other', 0],
  ['Mutating', 'istio-sidecar-injector-canary', 1],
  ['Mutating', 'istio-validator', 0],
])('a %sWebhookConfiguration %s is of Istio: %s', (kind, name, expected) => {
  expect(found(configuration(kind, name, '{}'), { checks })).toHaveLength(expected);
});

test.each(['{url: "https://istiod.example.com"}', '{service: {name: istiod, namespace: istio-system}}'])('a webhook is well that calls %s', client => {
  expect(found(configuration('Validating', 'istio-validator', client), { checks })).toEqual([]);
});
