import { annotationsCheck } from '../../../../lib/inspect/checks/istio/annotations';
import { injectionKeyCheck } from '../../../../lib/inspect/checks/mesh/injection-key';
import { flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';
import { deployment, withReplicaSet } from '../../../support/kube';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [injectionKeyCheck];

const cart = (metadata: string, template = ''): string => flowObject('apps/v1', 'Deployment', ['shop/cart', `template: {metadata: {${template}}, spec: {}}`], metadata);

test('[F137] a key that no mesh reads there is found, with the command that gives the pods their proxies', () => {
  const { findings } = judge(cart('annotations: {sidecar.istio.io/inject: "true"}'), { checks });
  expect(findings.map(({ path, message, repair, severity }) => [severity, path, message, repair])).toEqual([[
    'error',
    'metadata.annotations["sidecar.istio.io/inject"]',
    'sidecar.istio.io/inject is on the Deployment, but is read only on its pods: they get no proxy from it',
    'add sidecar.istio.io/inject: "true" to the labels of spec.template.metadata, or run `kubectl label namespace shop istio-injection=enabled`',
  ]]);
});

test('[F137] so is the key of Linkerd, with its own command', () => {
  const [{ repair }] = judge(cart('annotations: {linkerd.io/inject: enabled}'), { checks }).findings;
  expect(repair).toBe('add linkerd.io/inject: "enabled" to the annotations of spec.template.metadata, or run `kubectl annotate namespace shop linkerd.io/inject=enabled`');
});

const home = (labels: string): string => yamlObject(TYPES.namespace, 'shop', '', `labels: {${labels}}`);
const web = yamlObject(TYPES.service, 'shop/web', '', 'labels: {istio.io/use-waypoint: main}');

test.each([
  ['of ambient mode', 'istio.io/dataplane-mode: ambient', 'error', ': it does not put them in ambient mode',
    'istio.io/dataplane-mode: "ambient" to the labels of spec.template.metadata, or run `kubectl label namespace shop istio.io/dataplane-mode=ambient`'],
  ['of a revision', 'istio.io/rev: canary', 'warning', ': they get no proxy from it',
    'istio.io/rev: "canary" to the labels of spec.template.metadata, or run `kubectl label namespace shop istio.io/rev=canary`'],
  ['of a waypoint', 'istio.io/use-waypoint: main', 'warning', ': it gives them no waypoint',
    'istio.io/use-waypoint: "main" to the labels of spec.template.metadata, or to the labels of their Service if the waypoint is for Services'],
  ['of no waypoint', 'istio.io/use-waypoint: none', 'warning', '', 'istio.io/use-waypoint: "none" to the labels of spec.template.metadata'],
])('the label %s is found where no pods have it', (...[, label, severity, lack, repair]) => {
  const [name] = label.split(': ');
  expect(judge(cart(`labels: {${label}}`), { checks }).findings.map(finding => [finding.severity, finding.message, finding.repair])).toEqual([
    [severity, `${name} is on the Deployment, but is read only on its pods${lack}`, `add ${repair}`],
  ]);
});

test.each([
  ['ambient mode, where the namespace is in another one', 'istio.io/dataplane-mode: ambient', home('istio.io/dataplane-mode: none')],
  ['that pods are not in ambient mode, where the namespace is', 'istio.io/dataplane-mode: none', home('istio.io/dataplane-mode: ambient')],
  ['a waypoint, where a Service uses another one', 'istio.io/use-waypoint: other', web],
])('it is found where it says %s', (_, label, beside) => {
  expect(judge(`${cart(`labels: {${label}}`)}\n---\n${beside}`, { checks }).findings).toHaveLength(1);
});

test.each([
  ['its namespace is in that mode', 'istio.io/dataplane-mode: ambient', home('istio.io/dataplane-mode: ambient')],
  ['its namespace is in none', 'istio.io/dataplane-mode: none', ''],
  ['its namespace has the revision', 'istio.io/rev: canary', home('istio.io/rev: canary')],
  ['its namespace uses the waypoint', 'istio.io/use-waypoint: main', home('istio.io/use-waypoint: main')],
  ['a Service uses the waypoint', 'istio.io/use-waypoint: main', web],
  ['istiod has made it for a Gateway', 'istio.io/use-waypoint: main, gateway.istio.io/managed: istio.io-gateway-controller', ''],
])('it is no loss where %s', (_, label, beside) => {
  expect(found(`${cart(`labels: {${label}}`)}\n---\n${beside}`, { checks })).toEqual([]);
});

test('a revision is no loss where the pods say themselves whether they want a proxy', () => {
  expect(found(cart('labels: {istio.io/rev: default}', 'labels: {sidecar.istio.io/inject: "false"}'), { checks })).toEqual([]);
});

test('a label of pods that is an annotation of the Deployment is one finding', () => {
  const { findings } = judge(cart('annotations: {istio.io/dataplane-mode: ambient}', 'labels: {app: cart}'), { filter: { only: ['IST0108', 'MESH019'], skip: [] } });
  expect(findings.map(({ code, aliases, severity, repair }) => [code, aliases, severity, repair])).toEqual([
    ['MESH019', ['IST0108'], 'error',
      'add istio.io/dataplane-mode: "ambient" to the labels of spec.template.metadata, or run `kubectl label namespace shop istio.io/dataplane-mode=ambient`'],
  ]);
});

test('one that asks for what the namespace gives anyway is a warning', () => {
  const { findings } = judge(`${cart('annotations: {sidecar.istio.io/inject: "true"}')}
---
{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}`, { checks });
  expect(findings.map(({ message, repair, severity }) => [severity, message, repair])).toEqual([[
    'warning', 'sidecar.istio.io/inject is on the Deployment, but is read only on its pods: they get their proxy from the label of namespace shop', 'remove it',
  ]]);
});

test('it is one finding, whatever istioctl says of the annotation', () => {
  const { findings } = judge(cart('annotations: {sidecar.istio.io/inject: "true"}'), { checks: [...checks, annotationsCheck] });
  expect(findings.map(({ code, severity, aliases }) => [code, severity, aliases])).toEqual([['MESH019', 'error', ['IST0135', 'IST0107']]]);
});

test.each([
  ['sidecar.istio.io/inject: "true"', 'istio.io/dataplane-mode: ambient'],
  ['sidecar.istio.io/inject: "true"', 'istio-injection: disabled'],
  ['istio.io/rev: "canary"', 'istio.io/dataplane-mode: ambient'],
  ['istio.io/rev: "canary"', 'istio-injection: enabled'],
  ['istio.io/dataplane-mode: "ambient"', 'istio.io/rev: stable'],
])('%s is for the pods alone where the namespace has %s', (label, labels) => {
  const { findings } = judge(`${cart(`labels: {${label}}`)}\n---\n${home(labels)}`, { checks });
  expect(findings.map(({ repair }) => repair)).toEqual([`add ${label} to the labels of spec.template.metadata`]);
});

test('one that refuses a proxy is found without a command', () => {
  const [{ message, repair }] = judge(cart('labels: {sidecar.istio.io/inject: "false"}'), { checks }).findings;
  expect([message, repair]).toEqual([
    'sidecar.istio.io/inject is on the Deployment, but is read only on its pods',
    'add sidecar.istio.io/inject: "false" to the labels of spec.template.metadata',
  ]);
});

test('the annotation of pods is a warning where the label of the same name is not beside it', () => {
  const { findings } = judge(cart('', 'annotations: {sidecar.istio.io/inject: "true"}'), { checks });
  expect(findings.map(({ path, message, repair, severity }) => [severity, path, message, repair])).toEqual([[
    'warning',
    'spec.template.metadata.annotations["sidecar.istio.io/inject"]',
    'the annotation sidecar.istio.io/inject is deprecated: the label of the same name replaces it',
    'write the label sidecar.istio.io/inject: "true" in addition, or instead',
  ]]);
});

test.each([
  ['labels are there to take it', 'labels: {app: cart}, annotations: {sidecar.istio.io/inject: "false"}', true],
  ['no labels are there', 'annotations: {sidecar.istio.io/inject: "false"}', false],
  ['a value of releases long ago means what they made of it', 'labels: {app: cart}, annotations: {sidecar.istio.io/inject: "yes"}', false],
])('the annotation can be mended for certain or not, where %s', (_, template, isCertain) => {
  const path = ['spec', 'template', 'metadata'];
  expect(judge(cart('', template), { checks }).repairs.map(({ fix }) => fix)).toEqual(isCertain ? [
    [{ kind: 'move', path: [...path, 'annotations', 'sidecar.istio.io/inject'], into: [...path, 'labels'] }],
  ] : []);
});

test.each([
  ['its namespace is injected', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n', true],
  ['its namespace has a revision', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio.io/rev: stable}}\n', true],
  ['its namespace says nothing, and the annotation does nothing there', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n', false],
  ['its namespace refuses', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: disabled}}\n', false],
  ['nobody sees its namespace', '', false],
])('an annotation that asks for a proxy becomes the label or not, where %s', (_, namespace, isCertain) => {
  const { findings } = judge(`${cart('', 'labels: {app: cart}, annotations: {sidecar.istio.io/inject: "true"}')}\n---\n${namespace}`, { checks });
  expect(findings.map(({ fixable }) => fixable)).toEqual([isCertain ? true : undefined]);
});

test.each([
  ['yes', 'for a proxy, which the namespace gives', 'write the label sidecar.istio.io/inject: "true" in addition, or instead', 'true'],
  ['On', 'for a proxy, which the namespace gives', 'write the label sidecar.istio.io/inject: "true" in addition, or instead', 'true'],
  ['no', 'for none, and the namespace gives one', 'write the label sidecar.istio.io/inject: "false" in addition, or instead', undefined],
  ['maybe', 'for nobody knows what', 'write the label sidecar.istio.io/inject: "true" or "false" in addition, or instead', undefined],
])('the value %s, which no label knows, asks %s', (value, _, repair, mended) => {
  const { findings, repairs } = judge(`${cart('', `labels: {app: cart}, annotations: {sidecar.istio.io/inject: "${value}"}`)}\n---\n${home('istio-injection: enabled')}`, { checks });
  expect(findings.map(finding => [finding.message, finding.repair])).toEqual([
    ['the annotation sidecar.istio.io/inject is deprecated: the label of the same name replaces it, and accepts only "true" and "false"', repair],
  ]);
  expect(repairs.flatMap(({ fix }) => fix)).toEqual(mended === undefined ? [] : [
    { kind: 'set', path: ['spec', 'template', 'metadata', 'annotations', 'sidecar.istio.io/inject'], to: mended },
  ]);
});

test('the value yes on a Deployment is meant for the label of its pods, too', () => {
  const [{ message, repair }] = judge(cart('annotations: {sidecar.istio.io/inject: "yes"}'), { checks }).findings;
  expect([message, repair]).toEqual([
    'sidecar.istio.io/inject is on the Deployment, but is read only on its pods: they get no proxy from it',
    'add sidecar.istio.io/inject: "true" to the labels of spec.template.metadata, or run `kubectl label namespace shop istio-injection=enabled`',
  ]);
});

test('of a ReplicaSet that a Deployment has made the Deployment is told alone', () => {
  const { findings } = judge(withReplicaSet(deployment('shop/cart', { annotations: 'sidecar.istio.io/inject: "true"' })), { checks });
  expect(findings.map(({ object }) => object?.kind)).toEqual(['Deployment']);
});

test('a Pod is where the key is read', () => {
  const pod = (metadata: string): string => flowObject('v1', 'Pod', ['shop/cart', ''], metadata);
  const severities = (yaml: string): string[] => judge(yaml, { checks }).findings.map(({ severity }) => severity);
  expect([severities(pod('labels: {sidecar.istio.io/inject: "true"}')), severities(pod('annotations: {linkerd.io/inject: enabled}'))]).toEqual([[], []]);
  expect(severities(pod('annotations: {sidecar.istio.io/inject: "true"}'))).toEqual(['warning']);
});

test.each([
  ['keys at their places', cart('', 'labels: {sidecar.istio.io/inject: "true"}, annotations: {linkerd.io/inject: disabled}')],
  ['a key that stands on the pods, too', cart('annotations: {sidecar.istio.io/inject: "true"}', 'labels: {sidecar.istio.io/inject: "true"}')],
  ['both forms on the pods', cart('', 'labels: {sidecar.istio.io/inject: "true"}, annotations: {sidecar.istio.io/inject: "true"}')],
  ['other keys', cart('annotations: {example.com/inject: "true"}')],
  ['a Service', flowObject('v1', 'Service', ['shop/cart', ''], 'annotations: {sidecar.istio.io/inject: "true"}')],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
