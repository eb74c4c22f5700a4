import { violations } from '../../../../lib/inspect/schema/violations';
import { asLine, schemas } from '../../../support/thing-kind';

const judge = (metadata: unknown, kind = 'ConfigMap'): readonly string[] => violations({ apiVersion: 'v1', kind, metadata }, { schemas }).map(asLine);

test('a name is enough', () => {
  expect(judge({ name: 'a' })).toEqual([]);
});

test.each([[undefined], [null], [{}], [{ name: '' }], [{ name: null, generateName: '' }]])('metadata %j has no name', metadata => {
  expect(judge(metadata)).toEqual(['metadata.name: name: the object has no name (name or generateName)']);
});

test('what cannot be read as metadata is not held against its rules', () => {
  expect(judge('a')).toEqual(['metadata: type: metadata must be an object, not "a" (an object)']);
  expect(judge({ name: 'A_b', labels: { a: 1 } }))
    .toEqual(['metadata.labels.a: type: a must be a string, not 1 (a string); quote it: without quotes, YAML reads it as 1']);
  expect(judge({ name: 'a', owner: 'me' }))
    .toEqual(['metadata.owner: unknown-field: unknown field "owner" in metadata; did you mean "ownerReferences"?']);
});

test('what a server writes there is fine', () => {
  expect(judge({
    name: 'a', uid: 'x', resourceVersion: '1', generation: 2, creationTimestamp: '2024-01-01T00:00:00Z', selfLink: '/x',
    managedFields: [{ manager: 'kubectl', operation: 'Update', apiVersion: 'v1', fieldsType: 'FieldsV1', time: '2024-01-01T00:00:00Z', fieldsV1: { 'f:data': {} } }],
  })).toEqual([]);
});

test('an owner needs all of its fields', () => {
  expect(judge({ name: 'a', ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: '' }] })).toEqual([
    'metadata.ownerReferences[0].name: required: name is empty (at least one character)',
    'metadata.ownerReferences[0].uid: required: uid is missing (a string)',
  ]);
});
