import { allChecks } from '../../../lib/inspect/checks/all-checks';
import { Check, defineCheck } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { Subjects } from '../../../lib/inspect/checks/subjects';
import { resourcesIn, setOf } from '../../../lib/inspect/mesh/input-resources';
import { readInput } from '../../../lib/inspect/model/input';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { setSettings, testSchemas } from '../../support/object-set';

const rule: Rule = { code: 'TEST001', slug: 'test', severity: 'error', summary: 'A test.', aliases: [] };

/** The names of the objects of which a check is asked. */
function asked(check: Partial<Check>, yaml: string): string[] {
  const whole = defineCheck({ rules: [rule], judge: () => [], ...check });
  const input = readInput([new SourceFile('a.yaml', yaml)]);
  const documents = resourcesIn(input, { schemas: testSchemas, defaultNamespace: 'shop' });
  return new Subjects(documents, setOf(input, documents, setSettings({})), [whole]).of(whole).map(({ name }) => name);
}

const YAML = `
{apiVersion: v1, kind: Service, metadata: {name: plain}}
---
{apiVersion: v1, kind: Service, metadata: {name: labelled, labels: {color: red}}}
---
{apiVersion: v1, kind: Service, metadata: {name: deep}, spec: {ports: [{port: 1}, {port: 2, size: null}]}}
---
{apiVersion: v1, kind: Secret, metadata: {name: other}, color: red}
---
{apiVersion: v1, kind: Service, metadata: {name: said}, spec: {note: "color: red"}}
---
{apiVersion: v1, kind: Service, metadata: {name: plain}, color: blue}
`;

test.each<[title: string, check: Partial<Check>, names: string[]]>([
  ['all objects, of two with one name the last', {}, ['other', 'deep', 'labelled', 'plain', 'said']],
  ['all objects of its kinds', { kinds: ['Secret', 'Gateway'] }, ['other']],
  ['each document of its kinds', { kinds: ['Service'], everyDocument: true }, ['plain', 'labelled', 'deep', 'said', 'plain']],
  ['those that have one of its fields, wherever it stands', { kinds: ['Service'], fields: ['size', 'color'] }, ['deep', 'labelled', 'plain']],
  ['each document that has its field', { fields: ['color'], everyDocument: true }, ['labelled', 'other', 'plain']],
  ['nobody where nothing has its fields', { fields: ['constructor', 'weight'] }, []],
])('a check is asked of %s', (_, check, names) => {
  expect(asked(check, YAML)).toEqual(names);
});

test('a check that tells its fields tells each once', () => {
  const told = allChecks.flatMap(({ fields }) => (fields === undefined ? [] : [fields]));

  expect(told.length).toBeGreaterThan(40);
  told.forEach(fields => {
    expect(fields).not.toEqual([]);
    expect(new Set(fields).size).toBe(fields.length);
  });
});
