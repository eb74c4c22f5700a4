import { allChecks } from '../../../lib/inspect/checks/all-checks';
import { Check, defineCheck } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { portionsOf } from '../../../lib/inspect/checks/subjects';
import { partsOf } from '../../../lib/inspect/mesh/input-resources';
import { readInput } from '../../../lib/inspect/model/input';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { setSettings, testSchemas } from '../../support/object-set';

const rule: Rule = { code: 'TEST001', slug: 'test', severity: 'error', summary: 'A test.', aliases: [] };

/** The names of the objects of which a check is asked. */
function asked(check: Partial<Check>, yaml: string): string[] {
  const whole = defineCheck({ rules: [rule], judge: () => [], ...check });
  const input = readInput([new SourceFile('a.yaml', yaml)]);
  const [{ documents, makeSet }] = partsOf(input, { schemas: testSchemas, defaultNamespace: 'shop' }, setSettings({}));
  const portions = [...portionsOf(documents, makeSet().all, [whole])];
  return portions.flatMap(subjects => subjects.of(whole)).map(({ name }) => name);
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
  ['all objects, of two with one name the last', {}, ['labelled', 'deep', 'other', 'said', 'plain']],
  ['all objects of its kinds', { kinds: ['Secret', 'Gateway'] }, ['other']],
  ['each document of its kinds', { kinds: ['Service'], everyDocument: true }, ['plain', 'labelled', 'deep', 'said', 'plain']],
  ['those that have one of its fields, wherever it stands', { kinds: ['Service'], fields: ['size', 'color'] }, ['labelled', 'deep', 'plain']],
  ['each document that has its field', { fields: ['color'], everyDocument: true }, ['labelled', 'other', 'plain']],
  ['nobody where nothing has its fields', { fields: ['constructor', 'weight'] }, []],
])('a check is asked of %s', (_, check, names) => {
  expect(asked(check, YAML)).toEqual(names);
});

test('of thousands each is asked once, in the order of the input, wherever another one of its name is', () => {
  const names = Array.from({ length: 2345 }, (_, index) => `s${index}`);
  const yaml = [...names, 's7'].map(name => `{apiVersion: v1, kind: Service, metadata: {name: ${name}, labels: {color: red}}}`).join('\n---\n');
  const last = [...names.filter(name => name !== 's7'), 's7'];

  expect(asked({}, yaml)).toEqual(last);
  expect(asked({ kinds: ['Service'], fields: ['color'] }, yaml)).toEqual(last);
  expect(asked({ everyDocument: true }, yaml)).toEqual([...names, 's7']);
});

test('a check that tells its fields tells each once', () => {
  const told = allChecks.flatMap(({ fields }) => (fields === undefined ? [] : [fields]));

  expect(told.length).toBeGreaterThan(40);
  told.forEach(fields => {
    expect(fields).not.toEqual([]);
    expect(new Set(fields).size).toBe(fields.length);
  });
});
