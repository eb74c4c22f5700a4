import { mayChange, Patch, patchedPlace, patchesOf } from '../../../lib/inspect/model/kustomize-patches';

function patches(kustomization: Readonly<Record<string, unknown>>, files: Readonly<Record<string, readonly unknown[]>> = {}): readonly Patch[] {
  return patchesOf(kustomization, '/prod', place => files[place]);
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
  expect([named('edge'), named('other'), { ...named('edge'), kind: 'Service' }, { ...named('edge'), apiVersion: 'gateway.networking.k8s.io/v1' }].map(object => patch.matches(object)))
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

test.each<[target: object, expected: boolean | undefined]>([
  [{ kind: 'Gateway' }, true],
  [{ kind: 'Service' }, false],
  [{ name: 'edge' }, true],
  [{ kind: 'Gateway', name: '' }, true],
  [{ name: 'shop-edge' }, undefined],
  [{ kind: 'Gateway', name: 'edge-.*' }, undefined],
  [{ kind: 'Service', name: 'edge-.*' }, false],
  [{ group: 'networking.istio.io', version: 'v1' }, true],
  [{ group: 'apps' }, false],
  [{ version: 'v1beta1' }, false],
  [{ namespace: 'shop' }, true],
  [{ namespace: 'pay' }, false],
  [{ labelSelector: 'a=b, c == d' }, true],
  [{ labelSelector: 'a=c' }, false],
  [{ labelSelector: 'a in (b)' }, undefined],
  [{ annotationSelector: 'a=b' }, undefined],
  [{}, true],
])('a patch with the target %j is for an object: %s', (target, expected) => {
  const object = { ...named('edge'), metadata: { name: 'edge', namespace: 'shop', labels: { a: 'b', c: 'd' } } };
  expect(patches({ patches: [{ target, patch: '[]' }] })[0].matches(object)).toBe(expected);
});

test('of an object without a namespace, or that is given that of the target, nobody knows whether a target means it', () => {
  const [patch] = patches({ patches: [{ target: { namespace: 'shop' }, patch: '[]' }] });
  const elsewhere = { ...named('edge'), metadata: { name: 'edge', namespace: 'pay' } };
  expect([patch.matches(named('edge')), patch.matches(named('edge'), 'shop'), patch.matches(elsewhere, 'shop'), patch.matches(elsewhere, 'lab')])
    .toEqual([undefined, undefined, undefined, false]);
});

test('a merge with a namespace is for that, and at the root no object is replaced', () => {
  const [patch] = patches({ patches: [{ patch: '{kind: Gateway, metadata: {name: edge, namespace: shop}, $patch: replace, spec: {}}' }] });
  const inNamespace = (namespace: string): Record<string, unknown> => ({ ...named('edge'), metadata: { name: 'edge', namespace } });
  expect([patch.matches(inNamespace('shop')), patch.matches(inNamespace('pay'))]).toEqual([true, false]);
  expect(patch.apply!(inNamespace('shop'))).toEqual(inNamespace('shop'));
});

test('a text may hold several patches', () => {
  expect(places({ patches: [{ patch: '{kind: A, metadata: {name: a}, x: 1}\n---\n{kind: B, metadata: {name: b}, other: 1}\n' }] })).toEqual(['x', 'other']);
});

test('strategic merges come before other patches, and those of JSON last', () => {
  const one = (name: string): string => JSON.stringify({ kind: 'A', [name]: 1 });
  expect(places({ patchesJson6902: [{ patch: '[{op: add, path: /z}]' }], patches: [{ patch: one('y') }], patchesStrategicMerge: [one('x')] })).toEqual(['x', 'y', 'z']);
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
  expect([patch.matches(named('edge')), patch.matches(named('other')), patch.apply]).toEqual([true, false, undefined]);
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
  expect([patch.matches(deployment), patch.places]).toEqual([true, []]);
});

test.each([
  ['a patch that is not in the input', { patches: [{ path: 'gone.yaml' }] }],
  ['a patch that cannot be read', { patches: [{ patch: '[' }] }],
  ['transformers', { transformers: ['t.yaml'] }],
  ['vars', { vars: [] }],
])('%s may set anything', (_, kustomization) => {
  expect(patches(kustomization).map(patch => [patch.places, patch.matches(named('a')), patch.apply])).toEqual([[[], true, undefined]]);
});

test.each([{}, { patches: {} }, { patches: [] }, { replacements: ['a'] }, { labels: 'a' }, { resources: ['a.yaml'], images: [] }])('there are none in %j', kustomization => {
  expect(patches(kustomization)).toEqual([]);
});

const patch: Patch = { matches: () => true, places: [['spec', '*', 'port', '0']] };

test('what is at or below a place that is set, is at that place', () => {
  expect([['spec', 3, 'port', 0, 'name'], ['spec', 3, 'port', 0], ['spec', 3], ['metadata']].map(place => patchedPlace(patch, place)))
    .toEqual([['spec', 3, 'port', 0], ['spec', 3, 'port', 0], undefined, undefined]);
});

test('what is set may change what is there, below, above and beside it', () => {
  expect([['spec', 3, 'port', 0, 'name'], ['spec', 3], [], ['spec', 3, 'port', 1], ['spec', 3, 'port', 1, 'name'], ['metadata']].map(place => mayChange(patch, place)))
    .toEqual([true, true, true, true, false, false]);
});
