import { SchemaStore } from '../../../../lib/inspect/schema/schema-store';
import { violations } from '../../../../lib/inspect/schema/violations';
import { asLine, schemas } from '../../../support/thing-kind';

const judge = (apiVersion: string, kind: string, istioRelease?: string, store: SchemaStore = schemas): readonly string[] =>
  violations({ apiVersion, kind, metadata: { name: 'a' } }, { schemas: store, istioRelease }).map(asLine);

function storeWith(versions: object): SchemaStore {
  const index = { groups: { 'a.b': { file: 'a', kinds: ['C'] } }, metadata: schemas.metadata };
  const files: Record<string, object> = { 'index.json': index, 'a': { nodes: [], groups: { 'a.b': { C: { scope: 'Cluster', versions } } } } };
  return SchemaStore.of(file => JSON.stringify(files[file]));
}

test('a version that came with a later release of Istio is found when a release is given', () => {
  expect(judge('networking.istio.io/v1', 'Sidecar')).toEqual([]);
  expect(judge('networking.istio.io/v1', 'Sidecar', '1.22')).toEqual([]);
  expect(judge('networking.istio.io/v1', 'Sidecar', '1.21')).toEqual([
    'apiVersion: newer-field: the version networking.istio.io/v1 of Sidecar was added in Istio 1.22, but the object is for Istio 1.21; '
    + 'write networking.istio.io/v1beta1, or check for Istio 1.22 or later',
  ]);
});

test('a kind that came with a later release is found, with the release that brought its first version, and nothing in it is new besides', () => {
  const extension = { apiVersion: 'extensions.istio.io/v1alpha1', kind: 'TrafficExtension', metadata: { name: 'a' }, spec: { wasm: { url: 'oci://a' }, match: [{ mode: 'CLIENT' }] } };
  expect(violations(extension, { schemas, istioRelease: '1.24' }).map(asLine)).toEqual([
    'kind: newer-field: the kind TrafficExtension was added in Istio 1.30, but the object is for Istio 1.24; leave it out, or check for Istio 1.30 or later',
  ]);
  const store = storeWith({ v1: { since: '1.32' }, v1beta1: { since: '1.30' }, v1alpha1: { since: '1.31' } });
  expect(judge('a.b/v1', 'C', '1.29', store)).toEqual([
    'kind: newer-field: the kind C was added in Istio 1.30, but the object is for Istio 1.29; leave it out, or check for Istio 1.30 or later',
  ]);
});

test('a version that a release of Istio no longer serves is found', () => {
  const store = storeWith({ v1alpha1: { last: '1.24' }, v1: { since: '1.25' } });
  expect(judge('a.b/v1alpha1', 'C', '1.24', store)).toEqual([]);
  expect(judge('a.b/v1alpha1', 'C', '1.25', store))
    .toEqual(['apiVersion: unknown-version: Istio 1.24 was the last release to serve a.b/v1alpha1; write a.b/v1']);
  expect(judge('a.b/v1', 'C', '1.25', storeWith({ v1: { last: '1.24' } }))).toEqual(['apiVersion: unknown-version: Istio 1.24 was the last release to serve a.b/v1']);
});
