import { kindOf, originOf, referenceTo } from '../../../lib/inspect/mesh/object-reference';
import { SchemaStore } from '../../../lib/inspect/schema/schema-store';

const schemas = SchemaStore.at('imports/schemas');

test.each([
  ['a namespace of its own', { kind: 'Service', metadata: { name: 'a', namespace: 'shop' } }, 'Service shop/a'],
  ['the default namespace', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } }, 'Service web/a'],
  ['no namespace, as a kind of the whole cluster', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }, 'Namespace shop'],
  ['no namespace, as such a kind of a definition', { apiVersion: 'argoproj.io/v1alpha1', kind: 'ClusterAnalysisTemplate', metadata: { name: 'a' } }, 'ClusterAnalysisTemplate a'],
  ['the default namespace, as a kind that nobody knows', { apiVersion: 'example.com/v1', kind: 'Car', metadata: { name: 'a' } }, 'Car web/a'],
  ['the beginning of a name', { kind: 'Job', metadata: { generateName: 'run-' } }, 'Job web/run-'],
  ['no name', { kind: 'Service' }, 'Service web/(no name)'],
  ['a name that is no text', { kind: 'Service', metadata: { name: 8, namespace: [] } }, 'Service web/(no name)'],
  ['metadata that are no mapping', { kind: 'Service', metadata: 'x' }, 'Service web/(no name)'],
  ['null metadata', { kind: 'Service', metadata: null }, 'Service web/(no name)'],
])('an object with %s', (_, object, origin) => {
  expect(originOf(referenceTo(object, { schemas, defaultNamespace: 'web' }))).toBe(origin);
});

test('without a default namespace an object may have none', () => {
  expect(referenceTo({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } }, { schemas, defaultNamespace: '' }))
    .toEqual({ apiVersion: 'v1', kind: 'Service', name: 'a' });
});

test('a finding without object has an empty origin', () => {
  expect(originOf()).toBe('');
});

test.each([
  ['kind', { apiVersion: 'v1', kind: 'Namespce', metadata: { name: 'shop' } }, 'Namespce shop', 'Namespace'],
  ['group', { apiVersion: 'networking.istio/v1', kind: 'Sidecar', metadata: { name: 'a' } }, 'Sidecar web/a', 'networking.istio.io/Sidecar'],
  ['group, of which two may be meant,', { apiVersion: 'v1', kind: 'Gateway', metadata: { name: 'a' } }, 'Gateway web/a', 'Gateway'],
  ['name', { apiVersion: 'v1', kind: 'Service', metadata: { nam: 'a', namespaces: 'shop' } }, 'Service shop/a', 'Service'],
])('an object with a misspelled %s is the one that others mean', (_, object, origin, kind) => {
  const reference = referenceTo(object, { schemas, defaultNamespace: 'web' });
  expect([originOf(reference), kindOf(reference, schemas)]).toEqual([origin, kind]);
});
