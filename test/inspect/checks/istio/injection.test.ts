import { namespaceInjectionCheck, podInjectionCheck } from '../../../../lib/inspect/checks/istio/injection';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [namespaceInjectionCheck, podInjectionCheck];
const namespace = (labels: string, name = 'shop'): string => yamlObject(TYPES.namespace, name, '', `labels: {${labels}}`);
const injector = (values: string, name = 'istio-sidecar-injector'): string => yamlObject(TYPES.configMap, `istio-system/${name}`, `data: {values: '${values}'}`);
const byDefault = '{"sidecarInjectorWebhook": {"enableNamespacesByDefault": true}}';
const silent = 'IST0102 namespace-not-injected | Namespace shop | metadata.name | namespace shop has no injection label, so its pods are not in the mesh';

test.each([
  ['nothing', '', [silent]],
  ['an empty label', 'istio-injection: ""', [silent]],
  ['a label and a revision', 'istio-injection: enabled, istio.io/rev: canary', [
    'IST0123 injection-labels | Namespace shop | metadata.labels["istio.io/rev"] | '
    + 'the labels istio-injection=enabled and istio.io/rev=canary are both set, and one of them is ignored',
  ]],
  ['a revision and ambient mode', 'istio.io/rev: canary, istio.io/dataplane-mode: ambient', [
    'IST0123 injection-labels | Namespace shop | metadata.labels["istio.io/dataplane-mode"] | '
    + 'the labels istio.io/rev=canary and istio.io/dataplane-mode=ambient are both set, and one of them is ignored',
  ]],
  ['that it is injected', 'istio-injection: enabled', []],
  ['that it is not', 'istio-injection: disabled', []],
  ['that it is not, beside a revision', 'istio-injection: disabled, istio.io/rev: canary', []],
  ['a revision', 'istio.io/rev: canary', []],
  ['ambient mode', 'istio.io/dataplane-mode: ambient', []],
  ['a mode that there is not, of which MESH085 speaks', 'istio.io/dataplane-mode: Ambient', []],
  ['that it is not in ambient mode', 'istio.io/dataplane-mode: none', [silent]],
])('a namespace says %s', (_, labels, expected) => {
  expect(found(namespace(labels), { checks })).toEqual(expected);
});

test.each(['enabled', 'ingress', 'disabled'])('a namespace that says %s to Linkerd is not asked for Istio', value => {
  const linkerd = yamlObject(TYPES.namespace, 'shop', '', `annotations: {linkerd.io/inject: ${value}}`);
  expect(found(linkerd, { checks })).toEqual([]);
  expect(found(injector(byDefault) + linkerd, { checks })).toHaveLength(1);
});

test('[F137] a namespace that says nothing is told how to', () => {
  expect(judge(namespace(''), { checks }).findings[0].repair).toContain('`kubectl label namespace shop istio-injection=enabled`');
});

describe('a namespace that says it in an annotation', () => {
  const annotated = (annotations: string, labels = 'team: a'): string => yamlObject(TYPES.namespace, 'shop', '', `labels: {${labels}}, annotations: {${annotations}}`);

  test.each([
    ['istio-injection', 'enabled', 'istio-injection'],
    ['istio.io/rev', 'canary', '["istio.io/rev"]'],
  ])('hears that it does nothing, and that %s is a label', (name, value, step) => {
    const [{ path, message, severity, repair, fixable }] = judge(annotated(`${name}: ${value}`), { checks }).findings;
    expect([path?.replace('.istio-', 'istio-'), severity, repair, fixable]).toEqual([`metadata.annotations${step}`, 'warning', 'write it under labels instead of annotations', true]);
    expect(message).toBe(`${name} is read only as a label, so this annotation of namespace shop has no effect`);
  });

  test('hears it where pods are injected by default, too', () => {
    expect(judge(injector(byDefault) + annotated('istio-injection: disabled'), { checks }).findings.map(({ code }) => code)).toEqual(['IST0102']);
  });

  test('is told once where its mode is a label that IST0108 knows', () => {
    const { findings } = judge(annotated('istio.io/dataplane-mode: ambient'));
    expect(findings.map(({ code, aliases }) => [code, aliases])).toEqual([['IST0108', ['IST0102']]]);
  });

  test('is not told where a label says it', () => {
    expect(found(annotated('istio-injection: enabled', 'istio-injection: disabled'), { checks })).toEqual([]);
  });
});

test.each(['istio-system', 'kube-system'])('the namespace %s is not judged', name => {
  expect(found(namespace('', name), { checks })).toEqual([]);
});

test.each([
  ['injects all', injector(byDefault), 'IST0148'],
  ['injects who asks', injector('{"sidecarInjectorWebhook": {"enableNamespacesByDefault": false}}'), 'IST0102'],
  ['says nothing of that', injector('{}'), 'IST0102'],
  ['has values that are none', injector('- a'), 'IST0102'],
  ['is of a revision', injector(byDefault, 'istio-sidecar-injector-canary'), 'IST0102'],
])('where the injector %s, a namespace that says nothing is judged by that', (_, yaml, expected) => {
  expect(judge(yaml + namespace(''), { checks }).findings.map(({ code }) => code)).toEqual([expected]);
});

const missing = [
  'IST0103 pod-without-proxy | Pod shop/cart | metadata.name | '
  + 'the pod has no proxy, although namespace shop enables injection: it is older than the label, or the injector was down',
];

/** A Pod that a cluster has made. */
const made = (fullName: string, labels: string, spec?: string): string => yamlPod(fullName, labels, spec, ', uid: "1"');
const written = yamlPod('shop/cart', 'app: cart');

test.each([
  ['a pod', made('shop/cart', 'app: cart'), missing],
  ['a pod with a time', yamlPod('shop/cart', 'app: cart', undefined, ', creationTimestamp: 2026-01-01T00:00:00Z'), missing],
  ['a pod with a status', `${written}status: {phase: Running}\n`, missing],
  ['a pod that is still to be made', written, []],
  ['a pod that was printed before it was made', `${yamlPod('shop/cart', 'app: cart', undefined, ', creationTimestamp: null')}status: {}\n`, []],
  ['a pod whose proxy has no image', made('shop/cart', 'app: cart', 'containers: [{name: istio-proxy}]'), missing],
  ['a pod with a proxy', made('shop/cart', 'app: cart', 'containers: [{name: istio-proxy, image: proxy}]'), []],
  ['a pod with a proxy among the init containers', made('shop/cart', 'app: cart', 'initContainers: [{name: istio-proxy, image: proxy}]'), []],
  ['a pod that is opted out', made('shop/cart', 'sidecar.istio.io/inject: "False"'), []],
  ['a pod on the network of its node', made('shop/cart', 'app: cart', 'hostNetwork: true'), []],
  ['a pod of another namespace', made('web/cart', 'app: cart'), []],
])('in an injected namespace is %s', (_, yaml, expected) => {
  expect(found(namespace('istio-injection: enabled') + yaml, { checks })).toEqual(expected);
});

test.each(['istio.io/rev: canary', 'istio-injection: enabled, istio.io/dataplane-mode: ambient'])('pods of a namespace with %s are not judged', labels => {
  expect(found(namespace(labels) + made('shop/cart', 'app: cart'), { checks: [podInjectionCheck] })).toEqual([]);
});
