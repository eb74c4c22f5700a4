import { wholeSet } from '../../../lib/inspect/mesh/input-resources';
import { allPods, mayHaveOtherPods, podsSelected, podsSelectedIn, showsPodsOf } from '../../../lib/inspect/mesh/pods';
import { readInput } from '../../../lib/inspect/model/input';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { objectSet, setSettings, testSchemas } from '../../support/object-set';

const pod = (name: string, labels: string, more = ''): string => `
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, labels: {${labels}}${more}}
spec: {containers: [{name: app}]}
`;
const workload = (kind: string, name: string, labels: string, more = ''): string => `
---
apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}${more}}
spec: {template: {metadata: {labels: {${labels}}}}}
`;
const installed = 'istio-system/istio-ingressgateway';
const namesOf = (yaml: string): string[] => allPods(objectSet(yaml)).map(({ fullName }) => fullName);

describe('what runs', () => {
  test.each([
    ['nothing but what an installation brings', '', [installed]],
    ['pods', pod('cart-1', 'app: cart'), ['shop/cart-1', installed]],
    ['a template, where its pods are not shown', workload('Deployment', 'cart', 'app: cart'), ['shop/cart', installed]],
    ['pods, and not the template that made them', workload('Deployment', 'cart', 'app: cart') + pod('cart-1', 'app: cart, hash: a'), ['shop/cart-1', installed]],
    ['a template, beside the pods of others', workload('Deployment', 'cart', 'app: cart') + pod('web-1', 'app: web'), ['shop/web-1', 'shop/cart', installed]],
    [
      'one template of two that make one another',
      workload('Deployment', 'cart', 'app: cart')
      + workload('ReplicaSet', 'cart-a', 'app: cart, hash: a', ', ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: cart}]'),
      ['shop/cart', installed],
    ],
    [
      'a template whose owner is not shown',
      workload('ReplicaSet', 'cart-a', 'app: cart', ', ownerReferences: [{kind: Other, name: cart}, 7]'),
      ['shop/cart-a', installed],
    ],
  ])('is %s', (_, yaml, expected) => {
    expect(namesOf(yaml)).toEqual(expected);
  });

  test('is not the gateway of an installation without ingress', () => {
    expect(allPods(objectSet('', { meshConfig: { ingressControllerMode: 'OFF' } }))).toEqual([]);
  });
});

test('pods are selected in all namespaces, or in one', () => {
  const set = objectSet(pod('cart-1', 'app: cart') + pod('cart-2', 'app: cart', ', namespace: web'));
  expect(podsSelected(set, { app: 'cart' }).map(({ fullName }) => fullName)).toEqual(['shop/cart-1', 'web/cart-2']);
  expect(podsSelectedIn(set, 'web', { app: 'cart' }).map(({ fullName }) => fullName)).toEqual(['web/cart-2']);
  expect(podsSelectedIn(set, 'none', { app: 'cart' })).toEqual([]);
});

test.each([
  ['a namespace with a workload', 'shop', false, true],
  ['another one', 'web', false, false],
  ['any, where the set is complete', 'web', true, true],
])('the set shows what runs in %s', (_, namespace, complete, expected) => {
  expect(showsPodsOf(objectSet(workload('Deployment', 'cart', 'app: cart'), { complete }), namespace)).toBe(expected);
});

test.each([
  ['a Service', 'Service web/cart', true],
  ['what makes pods', 'StatefulSet web/cart', true],
  ['a Pod', 'Pod web/cart', true],
  ['a Service of another namespace', 'Service shop/cart', false],
  ['a Secret', 'Secret web/cart', false],
])('pods of a namespace run elsewhere where somebody says that there is %s: %s', (_, assumed, expected) => {
  expect(mayHaveOtherPods(objectSet('', { assumed: [assumed] }), 'web')).toBe(expected);
});

test.each([
  ['labels', '{metadata: {labels: {app: cart}}}', false],
  ['no labels', '{metadata: {annotations: {a: b}}}', false],
  ['misspelled labels', '{metadata: {lables: {app: cart}}}', true],
  ['misspelled metadata', '{metadta: {labels: {app: cart}}}', true],
  ['labels that are no mapping', '{metadata: {labels: [app]}}', true],
  ['a label that is no text', '{metadata: {labels: {app: cart, version: 1}}}', true],
])('of pods from a template with %s more labels may be meant: %s', (_, template, expected) => {
  const set = objectSet(`{apiVersion: apps/v1, kind: Deployment, metadata: {name: cart, namespace: web}, spec: {template: ${template}}}`);
  expect([mayHaveOtherPods(set, 'web'), mayHaveOtherPods(set), mayHaveOtherPods(set, 'shop')]).toEqual([expected, expected, false]);
});

test('of pods from a misspelled template any labels may be meant', () => {
  const set = objectSet('{apiVersion: apps/v1, kind: Deployment, metadata: {name: cart, namespace: web}, spec: {tmeplate: {metadata: {labels: {app: cart}}}}}');
  expect(mayHaveOtherPods(set, 'web')).toBe(true);
});

test.each([
  ['a replacement of labels', 'replacements: [{targets: [{select: {name: cart}, fieldPaths: [spec.template.metadata.labels.version]}]}]', true],
  ['another replacement', 'replacements: [{targets: [{select: {name: cart}, fieldPaths: [spec.replicas]}]}]', false],
  ['a patch that is known', 'patches: [{target: {name: cart}, patch: "[{op: add, path: /spec/template/metadata/labels/version, value: v1}]"}]', false],
  ['labels', 'labels: [{pairs: {version: v1}, includeTemplates: true}]', false],
])('with %s of a kustomization pods may have more labels', (_, text, expected) => {
  const deployment = '{apiVersion: apps/v1, kind: Deployment, metadata: {name: cart}, spec: {template: {metadata: {labels: {app: cart}}}}}';
  const files = { 'kustomization.yaml': `resources: [cart.yaml]\n${text}`, 'cart.yaml': deployment };
  const input = readInput(Object.entries(files).map(([name, content]) => new SourceFile(name, content)));
  const set = wholeSet(input, { schemas: testSchemas, defaultNamespace: 'web' }, setSettings({}));
  expect(mayHaveOtherPods(set, 'web')).toBe(expected);
});

test('pods run elsewhere, in whatever namespace', () => {
  expect([mayHaveOtherPods(objectSet('', { assumed: ['Service shop/cart'] })), mayHaveOtherPods(objectSet(''))]).toEqual([true, false]);
});
