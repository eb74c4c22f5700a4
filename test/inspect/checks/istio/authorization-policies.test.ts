import { authorizationPoliciesCheck } from '../../../../lib/inspect/checks/istio/authorization-policies';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlDeployment, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [authorizationPoliciesCheck];
const complete = { checks, set: { complete: true } };
const policy = (namespace: string, labels?: string, rules = ''): string => (
  yamlObject(TYPES.authorizationPolicy, `${namespace}/allow`, `spec: {rules: [${rules}]${labels === undefined ? '' : `, selector: {matchLabels: {${labels}}}`}}`)
);
const namespace = (name: string, labels = 'istio-injection: enabled'): string => yamlObject(TYPES.namespace, name, '', `labels: {${labels}}`);
const from = (source: string): string => `{from: [{source: {${source}}}]}`;
const pod = yamlPod('shop/cart', 'app: cart');

describe('workloads', () => {
  test.each([
    ['none with its labels', namespace('shop') + pod + policy('shop', 'app: other'), 'spec.selector.matchLabels | no pod of namespace shop has the labels app=other'],
    ['none that is in the mesh', namespace('shop', 'istio-injection: disabled') + pod + policy('shop', 'app: cart'),
      'spec.selector.matchLabels | the pods of namespace shop with the labels app=cart are not in the mesh, so nothing enforces the policy'],
    ['none at all', namespace('shop', 'istio-injection: disabled') + pod + policy('shop'), 'metadata.name | no pod of namespace shop is in the mesh'],
  ])('a policy applies to %s', (_, yaml, expected) => {
    expect(found(yaml, { checks })).toEqual([`IST0127 policy-without-workload | AuthorizationPolicy shop/allow | ${expected}`]);
  });

  test.each(['targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: edge}]', 'targetRef: {group: "", kind: Service, name: cart}'])('%s says what a policy applies to', target => {
    expect(found(namespace('shop') + yamlObject(TYPES.authorizationPolicy, 'shop/allow', `spec: {rules: [], ${target}}`), complete)).toEqual([]);
  });

  test('a policy of the whole mesh applies to pods of any namespace', () => {
    expect(found(pod + policy('istio-system', 'app: other'), complete)).toEqual([
      'IST0127 policy-without-workload | AuthorizationPolicy istio-system/allow | spec.selector.matchLabels | no pod of any namespace has the labels app=other',
    ]);
    expect(found(namespace('shop') + pod + policy('istio-system', 'app: cart') + policy('istio-system'), complete)).toEqual([]);
  });

  test('the root namespace is that of the mesh config', () => {
    expect(found(namespace('shop') + pod + policy('mesh', 'app: cart'), { checks, set: { complete: true, meshConfig: { rootNamespace: 'mesh' } } })).toEqual([]);
  });

  test.each([
    ['with a sidecar', namespace('shop') + pod + policy('shop', 'app: cart')],
    ['of a namespace with a revision', namespace('shop', 'istio.io/rev: canary') + pod + policy('shop')],
    ['of a template', namespace('shop') + yamlDeployment('shop/cart', 'app: cart') + policy('shop', 'app: cart')],
    ['in ambient mode', namespace('shop', 'istio.io/dataplane-mode: ambient') + yamlDeployment('shop/cart', 'app: cart') + policy('shop')],
    ['of a namespace that is not shown', pod + policy('shop', 'app: cart')],
    ['without labels, by an empty selector', namespace('shop') + pod + policy('shop', '')],
  ])('a policy applies to pods %s', (_, yaml) => {
    expect(found(yaml, { checks })).toEqual([]);
  });

  test.each([
    ['shop', 'Service shop/cart'], ['shop', 'Rollout shop/cart'], ['istio-system', 'Deployment web/edge'],
  ])('a policy of %s may apply to pods that run elsewhere, by the %s', (namespaceName, assumed) => {
    expect(found(policy(namespaceName, 'app: cart'), { checks, set: { complete: true, assumed: [assumed] } })).toEqual([]);
  });

  test.each(['Service web/cart', 'Secret shop/cart'])('a policy of shop does not apply to the %s', assumed => {
    expect(found(policy('shop', 'app: cart'), { checks, set: { complete: true, assumed: [assumed] } })).toHaveLength(1);
  });

  test('pods that are not shown cannot be judged', () => {
    const yaml = policy('shop', 'app: cart') + policy('istio-system', 'app: cart').replace('allow', 'mesh-wide');
    expect(judge(yaml, { checks }).undecided.map(({ unknown }) => unknown).sort()).toEqual(['pods of any namespace', 'pods of namespace shop']);
    expect(found(policy('shop', 'app: cart'), complete)).toHaveLength(1);
  });

  test('pods whose Namespace is not shown may be in the mesh, whatever else is not there', () => {
    const { findings, undecided } = judge(pod + policy('shop', 'app: cart'), complete);
    expect([findings, undecided.map(({ unknown }) => unknown)]).toEqual([[], ['injection of namespace shop']]);
    expect(found(pod + policy('shop', 'app: other'), complete)).toHaveLength(1);
  });
});

describe('namespaces', () => {
  const judged = (values: string, key = 'namespaces'): string[] => (
    found(namespace('shop') + namespace('web-Test') + pod + policy('shop', 'app: cart', from(`${key}: [${values}]`)), complete)
  );
  const missing = (name: string, key = 'namespaces', index = 0): string => (
    `IST0101 policy-namespace | AuthorizationPolicy shop/allow | spec.rules[0].from[0].source.${key}[${index}] | namespace ${name} is not in the input`
  );

  test.each([
    ['none', missing('none')], ['none-*', missing('none-*')], ['"*-none"', missing('*-none')], ['shop, none', missing('none', 'namespaces', 1)],
  ])('are missing: %s', (values, expected) => {
    expect(judged(values)).toEqual([expected]);
  });

  test('are missing among those that are not meant', () => {
    expect(judged('none', 'notNamespaces')).toEqual([missing('none', 'notNamespaces')]);
  });

  test.each(['shop', 'SHOP', 'web-*', '"*-test"', '"*"', 'istio-system', '7'])('are there: %s', values => {
    expect(judged(values)).toEqual([]);
  });

  test('are not judged in a set that is not complete', () => {
    const { findings, undecided } = judge(pod + policy('shop', 'app: cart', from('namespaces: [none]')), { checks });
    expect([findings, undecided.map(({ unknown }) => unknown)]).toEqual([[], ['Namespace none']]);
  });

  test('are there where somebody says so', () => {
    expect(found(namespace('shop') + pod + policy('shop', 'app: cart', from('namespaces: [none]')), { checks, set: { complete: true, assumed: ['Namespace none'] } })).toEqual([]);
  });

  test('are there where something lies in them that is elsewhere', () => {
    expect(found(namespace('shop') + pod + policy('shop', 'app: cart', from('namespaces: [none]')), { checks, set: { complete: true, assumed: ['Secret none/tls'] } })).toEqual([]);
  });
});
