import path from 'node:path';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';
import { fieldsOf, valuesOf } from './schema-fields';

const schemas = SchemaStore.at(path.resolve('imports/schemas'));

test('fieldsOf gives what lies below spec, through lists and maps of objects, to where nothing has a name', () => {
  expect(fieldsOf(schemas, 'security.istio.io', 'PeerAuthentication')).toEqual(['spec.mtls.mode', 'spec.portLevelMtls.*.mode', 'spec.selector.matchLabels']);
  expect(fieldsOf(schemas, 'networking.istio.io', 'VirtualService')).toEqual(expect.arrayContaining(['spec.hosts', 'spec.http[].match[].headers.*.exact']));
});

test('valuesOf names the fields of an object alike, and leaves out what the schema does not know', () => {
  const object = {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    spec: { selector: { matchLabels: { app: 'a' } }, portLevelMtls: { 80: { mode: 'STRICT' }, 81: { mode: 'DISABLE', colour: 'red' } } },
  };

  expect(valuesOf(schemas, object).filter(([field]) => field.startsWith('spec.'))).toEqual([
    ['spec.selector.matchLabels', { app: 'a' }],
    ['spec.portLevelMtls.*.mode', 'STRICT'],
    ['spec.portLevelMtls.*.mode', 'DISABLE'],
  ]);
});

test('valuesOf knows nothing of an unknown kind', () => {
  expect(valuesOf(schemas, { apiVersion: 'example.com/v1', kind: 'Widget' })).toEqual([]);
});
