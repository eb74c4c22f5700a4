import { asCrd } from '../../../../lib/inspect/schema/tables/crd';

const crd = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };

test.each([
  ['of the version that is served', crd],
  ['of the version that is gone', { ...crd, apiVersion: 'apiextensions.k8s.io/v1beta1' }],
  ['with a broken spec', { ...crd, spec: null }],
])('a CRD %s is one', (_, value) => {
  expect(asCrd(value)).toBe(value);
});

test.each([
  ['an object without kind', {}],
  ['another kind', { ...crd, kind: 'Deployment' }],
  ['a kind of that name in another group', { ...crd, apiVersion: 'example.com/v1' }],
  ['an object whose apiVersion is no text', { ...crd, apiVersion: null }],
])('%s is none', (_, value) => {
  expect(asCrd(value)).toBeUndefined();
});
