import { asCrd } from '../../../../lib/inspect/schema/tables/crd';

const crd = {
  apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'as.b.io' },
  spec: { group: 'b.io', scope: 'Cluster', names: { kind: 'A', plural: 'as' }, versions: [{ name: 'v1', served: true, storage: true }] },
};

test('a CRD is one', () => {
  expect(asCrd(crd)).toBe(crd);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'CustomResourceDefinition'],
  ['another kind', { ...crd, kind: 'Deployment' }],
  ['a CRD of the version that is gone', { ...crd, apiVersion: 'apiextensions.k8s.io/v1beta1' }],
  ['a CRD without spec', { ...crd, spec: undefined }],
  ['a CRD without names', { ...crd, spec: { ...crd.spec, names: undefined } }],
  ['a CRD without group', { ...crd, spec: { ...crd.spec, group: 1 } }],
  ['a CRD without a list of versions', { ...crd, spec: { ...crd.spec, versions: {} } }],
])('%s is none', (_, value) => {
  expect(asCrd(value)).toBeUndefined();
});
