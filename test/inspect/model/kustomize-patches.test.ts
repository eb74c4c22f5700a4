import { isPatchedAt, Patch, patchedBeside, patchesOf } from '../../../lib/inspect/model/kustomize-patches';
import type { ObjectPath } from '../../../lib/inspect/schema/violation';

function patches(kustomization: Readonly<Record<string, unknown>>, files: Readonly<Record<string, readonly unknown[]>> = {}): readonly Patch[] {
  return patchesOf(kustomization, '/prod', place => files[place]);
}

/** The places that the patches of a kustomization set, with dots. */
function places(...asked: Parameters<typeof patches>): string[] {
  return patches(...asked).flatMap(patch => patch.places.map(place => place.join('.')));
}

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
  expect([patch.isFor('Gateway', 'edge'), patch.isFor('Gateway', 'other'), patch.isFor('Service', 'edge')]).toEqual([true, false, false]);
});

test('lists of the kinds of Kubernetes are merged by names', () => {
  const containers = [{ name: 'app', image: 'x', args: ['y'] }];
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' }, spec: { template: { spec: { containers } } } };
  expect(places({ patches: [{ path: 'p.yaml' }] }, { '/prod/p.yaml': [deployment] })).toEqual([
    'spec.template.spec.containers.*.image', 'spec.template.spec.containers.*.args',
  ]);
});

test('who is deleted is patched everywhere', () => {
  const [patch] = patches({ patches: [{ patch: '{kind: Gateway, metadata: {name: edge}, $patch: delete}' }] });
  expect([isPatchedAt(patch, ['spec', 'servers']), isPatchedAt(patch, [])]).toEqual([true, true]);
});

test('a target decides for which objects a patch is; of expressions each may be meant', () => {
  const patch = JSON.stringify(gateway);
  const isFor = (target: object, kind: string, name: string): boolean => patches({ patches: [{ target, patch }] })[0].isFor(kind, name);
  expect(isFor({ kind: 'Gateway' }, 'Gateway', 'any')).toBe(true);
  expect(isFor({ kind: 'Gateway', name: 'edge-.*' }, 'Gateway', 'any')).toBe(true);
  expect(isFor({ kind: 'Gateway', name: 'edge' }, 'Gateway', 'any')).toBe(false);
  expect(isFor({ labelSelector: 'a=b' }, 'Service', 'any')).toBe(true);
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
  expect(patches({ replacements: [replacement] })[0].isFor('Gateway', 'other')).toBe(false);
});

test('labels are added to objects, and to pods and selectors where that is wanted', () => {
  expect(places({ labels: [{ pairs: { a: 'b' } }] })).toEqual(['metadata.labels']);
  expect(places({ labels: [{ pairs: { a: 'b' }, includeTemplates: true }] })).toEqual(['metadata.labels', 'spec.template.metadata.labels']);
  expect(places({ commonLabels: { a: 'b' } })).toEqual(['metadata.labels', 'spec.template.metadata.labels', 'spec.selector']);
  expect(patches({ commonLabels: { a: 'b' } })[0].isOfLabels).toBe(true);
});

test.each([
  ['a patch that is not in the input', { patches: [{ path: 'gone.yaml' }] }],
  ['a patch that cannot be read', { patches: [{ patch: '[' }] }],
  ['transformers', { transformers: ['t.yaml'] }],
  ['vars', { vars: [] }],
])('%s may set anything', (_, kustomization) => {
  expect(patches(kustomization).map(patch => [patch.places, patch.isFor('A', 'a')])).toEqual([[[], true]]);
});

test.each([{}, { patches: {} }, { patches: [] }, { replacements: ['a'] }, { labels: 'a' }, { resources: ['a.yaml'], images: [] }])('there are none in %j', kustomization => {
  expect(patches(kustomization)).toEqual([]);
});

test('what is set beside a place is in the same mapping', () => {
  const [patch] = patches({ patches: [{ target: {}, patch: '[{op: add, path: /spec/a}, {op: add, path: /spec/list/0/b}, {op: add, path: /spec/c/d}]' }] });
  expect([['spec', 'x'], ['spec', 'list', 0, 'x'], ['spec', 'list', 1, 'x'], ['spec']].map(place => patchedBeside(patch, place))).toEqual([['a'], ['b'], [], []]);
});

test('what is set is at a place, above it or below; labels complete nothing above them', () => {
  const at = (place: ObjectPath, isOfLabels?: boolean): boolean => isPatchedAt({ isFor: () => true, places: [['spec', '*', 'port', '0']], isOfLabels }, place);
  expect([['spec', 3, 'port', 0, 'name'], ['spec', 3, 'port', 0], ['spec', 3], [], ['spec', 3, 'port', 1], ['metadata']].map(place => at(place)))
    .toEqual([true, true, true, true, false, false]);
  expect([['spec', 3, 'port', 0], ['spec', 3]].map(place => at(place, true))).toEqual([true, false]);
});
