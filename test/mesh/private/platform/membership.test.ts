import { ApiObject, Testing } from 'cdk8s';
import { marksOf, membershipSaid } from '../../../../lib/mesh/private/platform/membership';

const MEMBERSHIP = { product: 'Mesh', marks: { inject: 'no', mode: 'none' } };

test.each([
  [{}, {}, undefined],
  [{ other: 'yes' }, { constructor: 'no' }, undefined],
  [{ inject: 'yes' }, {}, { by: 'inject: yes', takesPart: true }],
  [{}, { inject: 'no' }, { by: 'inject: no', takesPart: false }],
  [{ mode: 'all' }, { inject: 'no' }, { by: 'inject: no', takesPart: false }],
  [{ mode: 'none', inject: 'yes' }, {}, { by: 'mode: none', takesPart: false }],
])('labels %j and annotations %j say %j', (labels, annotations, said) => {
  expect(membershipSaid(MEMBERSHIP, { annotations: { ...annotations }, labels: { ...labels } })).toEqual(said);
});

test('the marks of an object are those that it has by now', () => {
  const { metadata } = new ApiObject(Testing.chart(), 'object', { apiVersion: 'v1', kind: 'Namespace' });
  expect(marksOf(metadata)).toEqual({ annotations: {}, labels: {} });
  metadata.addLabel('a', 'b');
  metadata.addAnnotation('c', 'd');
  expect(marksOf(metadata)).toEqual({ annotations: { c: 'd' }, labels: { a: 'b' } });
});
