import { stepsOf } from '../../../lib/inspect/model/kustomization-steps';
import type { KustomizationDocument } from '../../../lib/inspect/model/kustomizations';
import { mayChange } from '../../../lib/inspect/model/kustomize-patches';
import { Called, isPatch, Patch, Step } from '../../../lib/inspect/model/kustomize-step';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { splitDocuments } from '../../../lib/inspect/model/split-documents';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

type Fields = Readonly<Record<string, unknown>>;

function documents(name: string, text: string): YamlDocument[] {
  const file = new SourceFile(name, text);
  return splitDocuments(text).map(range => new YamlDocument(file, range));
}

/** The steps of a kustomization in `/prod`, with the contents of some files. */
function steps(kustomization: Fields, files: Readonly<Record<string, readonly unknown[]>> = {}): readonly Step[] {
  const [document] = documents('/prod/kustomization.yaml', JSON.stringify(kustomization)) as KustomizationDocument[];
  return stepsOf(document, place => (place in files ? documents(place, files[place].map(one => JSON.stringify(one)).join('\n---\n')) : undefined));
}

function patches(...asked: Parameters<typeof steps>): readonly Patch[] {
  return steps(...asked).filter(isPatch);
}

/** Whether a patch is for an object that is called so on the way, first as it is written. */
function matches(patch: Patch, object: Readonly<Record<string, unknown>>, ...called: ReadonlyArray<Partial<Called>>): boolean {
  const { name, namespace } = object.metadata as Called;
  return patch.matches(object, [{ name, namespace }, ...called.map(one => ({ name, namespace, ...one }))]);
}

/** The places that the patches of a kustomization set, with dots. */
function places(...asked: Parameters<typeof patches>): string[] {
  return patches(...asked).flatMap(patch => patch.places.map(place => place.join('.')));
}

const named = (name: string): Record<string, unknown> => ({ apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: { name } });
const gateway = { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: { name: 'edge', labels: { a: 'b' } }, spec: { selector: { istio: 'x' }, servers: [{ port: 1 }] } };

test.each([
  ['a file', { patches: [{ path: 'p.yaml' }] }],
  ['a name', { patches: ['p.yaml'] }],
  ['an older form', { patchesStrategicMerge: ['../prod/p.yaml'] }],
  ['a text', { patches: [{ patch: JSON.stringify(gateway) }] }],
  ['a text of the older form', { patchesStrategicMerge: [JSON.stringify(gateway)] }],
])('a patch in %s is for the object that it names, and sets its leaves and whole lists', (_, kustomization) => {
  const [patch] = patches(kustomization, { '/prod/p.yaml': [gateway] });
  expect(patch.places.map(place => place.join('.'))).toEqual(['spec.selector.istio', 'spec.servers', 'metadata.labels.a']);
  expect([named('edge'), named('other'), { ...named('edge'), kind: 'Service' }, { ...named('edge'), apiVersion: 'gateway.networking.k8s.io/v1' }].map(object => matches(patch, object)))
    .toEqual([true, false, false, false]);
  expect(patch.apply!(named('edge'))).toEqual({ ...named('edge'), metadata: { name: 'edge', labels: { a: 'b' } }, spec: { selector: { istio: 'x' }, servers: [{ port: 1 }] } });
});

test('lists of the kinds of Kubernetes are merged by names', () => {
  const containers = [{ name: 'app', image: 'x', args: ['y'] }];
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' }, spec: { template: { spec: { containers } } } };
  expect(places({ patches: [{ path: 'p.yaml' }] }, { '/prod/p.yaml': [deployment] })).toEqual([
    'spec.template.spec.containers.*.image', 'spec.template.spec.containers.*.args',
  ]);
});

test('what deletes an object sets all of it', () => {
  const [patch] = patches({ patches: [{ patch: '{kind: Gateway, metadata: {name: edge}, $patch: delete}' }] });
  expect([patch.places, patch.apply!(named('edge'))]).toEqual([[[]], undefined]);
});

test('a merge is for what was called so at some time', () => {
  const [patch] = patches({ patches: [{ patch: '{kind: Gateway, metadata: {name: dev-edge, namespace: shop}, spec: {}}' }] });
  const called = [{ name: 'dev-edge', namespace: 'shop' }, { name: 'all-dev-edge', namespace: 'all' }];
  expect([matches(patch, named('edge'), ...called), matches(patch, named('edge'), called[1])]).toEqual([true, false]);
  const [inDefault] = patches({ patches: [{ patch: '{kind: Gateway, metadata: {name: edge, namespace: default}, spec: {}}' }] });
  expect([matches(inDefault, named('edge')), matches(inDefault, named('edge'), { namespace: 'shop' })]).toEqual([true, true]);
});

test('a merge with a target is for that, whatever it is called itself', () => {
  const [patch] = patches({ patches: [{ target: { kind: 'Gateway' }, patch: '{kind: Any, metadata: {name: any}, spec: {}}' }] });
  expect([matches(patch, named('edge')), matches(patch, { ...named('edge'), kind: 'Service' })]).toEqual([true, false]);
});

test('a merge with a namespace is for that, and at the root no object is replaced', () => {
  const [patch] = patches({ patches: [{ patch: '{kind: Gateway, metadata: {name: edge, namespace: shop}, $patch: replace, spec: {}}' }] });
  const inNamespace = (namespace: string): Record<string, unknown> => ({ ...named('edge'), metadata: { name: 'edge', namespace } });
  expect([matches(patch, inNamespace('shop')), matches(patch, inNamespace('pay'))]).toEqual([true, false]);
  expect(patch.apply!(inNamespace('shop'))).toEqual(inNamespace('shop'));
});

test('a text may hold several patches', () => {
  expect(places({ patches: [{ patch: '{kind: A, metadata: {name: a}, x: 1}\n---\n{kind: B, metadata: {name: b}, other: 1}\n' }] })).toEqual(['x', 'other']);
});

test('strategic merges come before other patches, then names, and then labels, patches of JSON alone and replacements', () => {
  const one = (name: string): string => JSON.stringify({ kind: 'A', [name]: 1 });
  const found = steps({
    replacements: [{ targets: [{ fieldPaths: ['r'] }] }], patchesJson6902: [{ patch: '[{op: add, path: /z}]' }], commonLabels: { a: 'b' },
    nameSuffix: '-x', namespace: 'shop', patches: [{ patch: one('y') }], patchesStrategicMerge: [one('x')],
  });
  expect(found.map(step => (isPatch(step) ? step.places.join() : step))).toEqual(['x', 'y', { namespace: 'shop', prefix: '', suffix: '-x' }, '', 'z', 'r']);
});

test.each([{}, { namespace: '' }, { namespace: 7, namePrefix: ['a'], nameSuffix: null }])('with %j names stay as they are', kustomization => {
  expect(steps(kustomization)).toEqual([]);
});

test('what is moved is missing where it was', () => {
  expect(places({ patches: [{ patch: '[{op: move, from: /spec/http/0, path: /spec/tcp}, {op: copy, from: /spec/a, path: /spec/b}]' }] })).toEqual(['spec.tcp', 'spec.http', 'spec.b']);
});

test('where labels are wanted in other fields, nobody knows them', () => {
  const [patch] = patches({ labels: [{ pairs: { x: 'y' }, fields: [{ path: 'spec/template/metadata/labels' }] }] });
  expect([patch.apply, patch.places[0]]).toEqual([undefined, ['metadata', 'labels']]);
});

test('operations of JSON Patch set their paths; what is added or taken out of a list moves the others', () => {
  const operations = [
    { op: 'replace', path: '/spec/hosts/0', value: 'a' },
    { op: 'add', path: '/spec/servers/-', value: {} },
    { op: 'remove', path: '/spec/http/1' },
    { op: 'add', path: '/metadata/annotations/example.com~1a~0b', value: 'c' },
    { op: 'test', path: '/spec/size', value: 1 },
    'nothing',
  ];
  const target = { kind: 'Gateway', name: 'edge' };
  const expected = ['spec.hosts.0', 'spec.servers', 'spec.http', 'metadata.annotations.example.com/a~b'];
  expect(places({ patches: [{ target, patch: JSON.stringify(operations) }] })).toEqual(expected);
  expect(places({ patchesJson6902: [{ target, path: 'p.json' }] }, { '/prod/p.json': [operations] })).toEqual(expected);
});

test('replacements set the fields of their targets, as far as they are named without a choice', () => {
  const select = { kind: 'Gateway', name: 'edge' };
  const replacement = { source: { kind: 'ConfigMap', name: 'a' }, targets: [{ select, fieldPaths: ['spec.servers.0.hosts', 'spec.tls.[name=x].mode'] }] };
  expect(places({ replacements: [replacement] })).toEqual(['spec.servers.0.hosts', 'spec.tls']);
  expect(places({ replacements: [{ path: 'r.yaml' }] }, { '/prod/r.yaml': [[replacement, 7]] })).toEqual(['spec.servers.0.hosts', 'spec.tls']);
  const [patch] = patches({ replacements: [replacement] });
  expect([matches(patch, named('edge')), matches(patch, named('other')), patch.apply]).toEqual([true, false, undefined]);
});

test.each([
  [{ labels: [{ pairs: { x: 'y' } }] }, {}, {}],
  [{ labels: [{ pairs: { x: 'y' }, includeTemplates: true }] }, { x: 'y' }, {}],
  [{ labels: [{ pairs: { x: 'y' }, includeSelectors: true }] }, { x: 'y' }, { x: 'y' }],
  [{ commonLabels: { x: 'y' } }, { x: 'y' }, { x: 'y' }],
])('%j adds labels where it says', (kustomization, ofPods, ofSelector) => {
  const [patch] = patches(kustomization);
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' }, spec: { selector: { matchLabels: {} }, template: { metadata: { labels: {} } } } };
  expect(patch.apply!(deployment)).toEqual({
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a', labels: { x: 'y' } }, spec: { selector: { matchLabels: ofSelector }, template: { metadata: { labels: ofPods } } },
  });
  expect([matches(patch, deployment), patch.places]).toEqual([true, []]);
});

test.each([
  ['a patch that is not in the input', { patches: [{ path: 'gone.yaml' }] }],
  ['a patch that cannot be read', { patches: [{ patch: '[' }] }],
  ['a patch with a target that kustomize refuses', { patches: [{ target: { name: '(' }, patch: '[]' }] }],
  ['transformers', { transformers: ['t.yaml'] }],
])('%s may set anything', (_, kustomization) => {
  expect(patches(kustomization).map(patch => [patch.places, matches(patch, named('a')), patch.apply])).toEqual([[[[]], true, undefined]]);
});

test('vars may set what refers to them, and settings what they are for', () => {
  const [vars, configurations, openapi] = ['vars', 'configurations', 'openapi'].map(key => patches({ [key]: [] })[0]);
  expect([named('a'), { ...named('a'), spec: { host: '$(HOST)' } }].map(object => matches(vars, object))).toEqual([false, true]);
  expect([mayChange(configurations, ['metadata', 'labels', 'a']), mayChange(configurations, ['spec', 'hosts'])]).toEqual([true, false]);
  expect([named('a'), { ...named('a'), apiVersion: 'v1' }].map(object => matches(openapi, object))).toEqual([true, false]);
});

test('annotations are given to all, and to the pods of templates', () => {
  const [patch] = patches({ commonAnnotations: { a: 'b', c: 7 } });
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x' }, spec: { template: {} } };
  const metadata = { annotations: { a: 'b' } };
  expect(patch.apply!(deployment)).toEqual({ ...deployment, metadata: { name: 'x', ...metadata }, spec: { template: { metadata } } });
});

test('numbers of pods are set by names', () => {
  const [patch] = patches({ replicas: [{ name: 'web', count: 3 }] });
  const of = (kind: string): Fields => ({ apiVersion: 'apps/v1', kind, metadata: { name: 'web' }, spec: { a: 1 } });
  expect([matches(patch, of('Deployment')), matches(patch, of('Gateway')), matches(patch, named('web'))]).toEqual([true, false, false]);
  expect(patch.apply!(of('Deployment'))!.spec).toEqual({ a: 1, replicas: 3 });
});

test('a patch says where it sets what: in its file, in its text, at its operation, or at the entry', () => {
  const merge = { kind: 'Gateway', metadata: { name: 'a' }, spec: { hosts: ['x'], containers: [{ name: 'y', image: 'z' }] } };
  const where = (patch: Patch, ...place: ReadonlyArray<string | number>): string => `${patch.origin!.document.file.name} ${patch.origin!.pathOf(place).join('.')}`;
  const [ofFile] = patches({ patches: [{ path: 'p.yaml' }] }, { '/prod/p.yaml': [{ ...merge, apiVersion: 'v1' }] });
  expect([where(ofFile, 'spec', 'hosts', 0), where(ofFile, 'spec', 'containers', 4, 'image')]).toEqual(['/prod/p.yaml spec.hosts.0', '/prod/p.yaml spec.containers']);
  const [short, ofText] = patches({ patches: [{ patch: JSON.stringify(merge) }], patchesStrategicMerge: ['{kind: A, spec: 1}'] });
  expect([where(ofText, 'spec', 'hosts'), where(short, 'spec')]).toEqual(['/prod/kustomization.yaml patches.0.patch.spec.hosts', '/prod/kustomization.yaml patchesStrategicMerge.0.spec']);
  const [operations] = patches({ patches: [{ patch: '[{op: add, path: /a, value: {}}, {op: add, path: /spec, value: {b: 1}}]' }] });
  expect([where(operations, 'spec', 'b'), where(operations, 'x')]).toEqual(['/prod/kustomization.yaml patches.0.patch.1.value.b', '/prod/kustomization.yaml patches.0.patch']);
  expect(where(patches({ images: [{ name: 'a' }] })[0], 'spec')).toBe('/prod/kustomization.yaml images.0');
});

test.each([{}, { patches: {} }, { patches: [] }, { replacements: ['a'] }, { labels: 'a' }, { resources: ['a.yaml'], images: [] }])('there are none in %j', kustomization => {
  expect(patches(kustomization)).toEqual([]);
});
