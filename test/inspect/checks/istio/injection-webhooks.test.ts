import { injectionWebhooksCheck } from '../../../../lib/inspect/checks/istio/injection-webhooks';
import { found, judge } from '../../../support/judge';
import { yamlObject, yamlService } from '../../../support/yaml-objects';

const checks = [injectionWebhooksCheck];
const webhook = (name: string, more = '', metadata = '', hook = 'sidecar-injector.istio.io'): string => (
  yamlObject('admissionregistration.k8s.io/v1 MutatingWebhookConfiguration', name, `webhooks: [{name: ${hook}${more}}]`, metadata)
);
const forLabel = (label: string, selector = 'namespaceSelector'): string => `, ${selector}: {matchLabels: {${label}}}`;
const service = ', clientConfig: {service: {name: istiod, namespace: istio-system}}';
const overlap = (name: string, others: string): string => (
  `IST0139 webhook-overlap | MutatingWebhookConfiguration ${name} | webhooks[0].name | the webhook matches pods that ${others} also matches, so they would be injected twice`
);

test.each([
  ['all pods', webhook('a') + webhook('b', forLabel('istio-injection: enabled')), ['a', 'b']],
  ['one revision', webhook('a', forLabel('istio.io/rev: x')) + webhook('b', forLabel('istio.io/rev: x')), ['a', 'b']],
  ['pods by themselves and by their namespace', webhook('a', forLabel('istio-injection: enabled')) + webhook('b', forLabel('sidecar.istio.io/inject: "true"', 'objectSelector')), ['a', 'b']],
  ['a revision by an expression', webhook('a', ', namespaceSelector: {matchExpressions: [{key: istio.io/rev, operator: In, values: [x]}]}', '', 'other')
  + webhook('b', forLabel('istio.io/rev: x'), '', 'other'), ['a', 'b']],
])('webhooks overlap for %s', (_, yaml, [one, other]) => {
  const hook = yaml.includes('name: other') ? 'other' : 'sidecar-injector.istio.io';
  expect(found(yaml, { checks })).toEqual([overlap(one, `${other}/${hook}`), overlap(other, `${one}/${hook}`)]);
});

test('each group of webhooks is one finding', () => {
  const yaml = webhook('a') + webhook('b', forLabel('istio-injection: enabled')) + webhook('c', forLabel('istio-injection: disabled'));
  expect(found(yaml, { checks }).filter(one => one.includes('Configuration a '))).toHaveLength(2);
});

test.each([
  ['have revisions of their own', webhook('a', forLabel('istio.io/rev: x')) + webhook('b', forLabel('istio.io/rev: z'))],
  ['are of something else', webhook('a', '', '', 'other') + webhook('b', '', '', 'other')],
  ['call a Service', yamlService('istio-system/istiod') + webhook('a', service)],
  ['call a URL', webhook('a', ', clientConfig: {url: "https://istiod.example.com"}')],
])('webhooks are well that %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('a Service that is not there is reported, where its namespace is shown', () => {
  expect(found(yamlService('istio-system/other') + webhook('a', service, 'labels: {istio.io/rev: x}', 'other'), { checks })).toEqual([
    'IST0139 webhook-service | MutatingWebhookConfiguration a | webhooks[0].clientConfig.service | '
    + 'Service istio-system/istiod for other is not in the input; without it, pods are created without proxy, or not at all',
  ]);
  expect(judge(webhook('a', service), { checks }).undecided.map(({ unknown }) => unknown)).toEqual(['namespace istio-system']);
});
