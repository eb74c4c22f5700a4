import { formatPath } from '../../../../lib/inspect/schema/format-path';
import { SchemaStore } from '../../../../lib/inspect/schema/schema-store';
import { violations } from '../../../../lib/inspect/schema/violations';
import type { Complaint, ObjectTable } from '../../../../scripts/record-cel/tables';
import recorded from './api-server-rules.json';

// scripts/record-cel.ts explains how the answers of a real API server come into the file.
const { server, objects } = recorded as unknown as ObjectTable;
const schemas = SchemaStore.at('imports/schemas');

const cases = objects.map(({ object, complaints }) => {
  const found = violations(object, { schemas });
  const ofRules = found.filter(({ kind }) => kind === 'cel').map(({ path, message }): Complaint => [formatPath(path), message]);
  return { name: object.metadata.name, complaints: complaints.map(asWeWrite), found, ofRules };
});

/** The API server puts the keys of maps into brackets: `labels[app]`. */
function asWeWrite([field, message]: Complaint): Complaint {
  return [field.replace(/\[([a-z]\w*)\]/g, '.$1'), message];
}

test('the objects are refused that an API server refuses', () => {
  expect(server).toMatch(/^v1\.32\./);
  expect(cases.filter(({ complaints, found }) => (complaints.length === 0) !== (found.length === 0)).map(({ name }) => name)).toEqual([]);
});

test('every rule that is broken is one that the API server names, at the same place and in the same words', () => {
  const strange = cases.flatMap(({ name, complaints, ofRules }) => ofRules
    .filter(([field, message]) => !complaints.some(theirs => theirs[0] === field && theirs[1] === message))
    .map(complaint => [name, ...complaint]));
  expect(strange).toEqual([]);
});

test('where rules alone are broken, none is missing', () => {
  const byRules = cases.filter(({ found, ofRules }) => found.length > 0 && found.length === ofRules.length);
  expect(byRules.length).toBeGreaterThan(100);
  expect(byRules.filter(({ complaints, ofRules }) => complaints.length !== ofRules.length).map(({ name }) => name)).toEqual([]);
});
