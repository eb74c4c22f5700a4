import { readFileSync, readdirSync } from 'node:fs';
import type * as RuleViolations from '../../../../lib/inspect/schema/cel/rule-violations';
import { formatPath } from '../../../../lib/inspect/schema/format-path';
import type { CelRule, SchemaTable } from '../../../../lib/inspect/schema/node';
import { violations } from '../../../../lib/inspect/schema/violations';
import type { Complaint, ObjectTable } from '../../../../scripts/record-cel/tables';
import { schemas } from '../../../support/thing-kind';
import recorded from './api-server-rules.json';

// scripts/record-cel.ts explains how the answers of a real API server come into the file.
const { server, objects } = recorded as unknown as ObjectTable;

const mockKept = new Set<string>();
const mockBroken = new Set<string>();

jest.mock('../../../../lib/inspect/schema/cel/rule-violations', () => {
  const { ruleViolations } = jest.requireActual<typeof RuleViolations>('../../../../lib/inspect/schema/cel/rule-violations');
  const judge: typeof ruleViolations = (rules, self, type) => {
    const found = ruleViolations(rules, self, type);
    rules.forEach(rule => (found.some(violation => violation.rule === rule) ? mockBroken : mockKept).add(JSON.stringify(rule)));
    return found;
  };
  return { ruleViolations: judge };
});

/** What the server says beyond rules. */
const OF_SCHEMA = /^Duplicate value|in body should/;

const cases = objects.map(({ object, complaints }) => {
  const found = violations(object, { schemas });
  const ofRules = found.filter(({ kind }) => kind === 'cel').map(({ path, message }): Complaint => [formatPath(path), message]);
  const theirs = complaints.filter(([, message]) => !OF_SCHEMA.test(message));
  return { name: object.metadata.name, found, complaints, ofRules: sorted(ofRules), theirs: sorted(theirs) };
});

/** In one order, and with `["a"]`, `[a]` and `.a` written alike. */
function sorted(complaints: readonly Complaint[]): readonly Complaint[] {
  return complaints.map(([field, message]): Complaint => [field.replace(/\["?([^\]"]*)"?\]/g, '.$1'), message])
    .sort((one, other) => JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
}

/** Every rule of the project's schemas, each once. */
function allRules(): readonly CelRule[] {
  const tables = readdirSync('imports/schemas').filter(file => file !== 'index.json')
    .map(file => JSON.parse(readFileSync(`imports/schemas/${file}`, 'utf8')) as SchemaTable);
  const rules = tables.flatMap(({ nodes }) => nodes.flatMap(({ v = [] }) => v));
  return [...new Map(rules.map(rule => [JSON.stringify(rule), rule])).values()];
}

/** About the status, which the server drops from an object that is created. */
const OF_STATUS = 'Hostname value must only contain valid characters (matching ^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$)';
/** About the old value. */
const OF_OLD = '.spec.selector is immutable';
/** Comes to the same as the enum of the field, which the server holds the object against first. */
const OF_ENUM = 'type must be one of [\'Exact\', \'PathPrefix\', \'RegularExpression\']';

test('the objects are refused that an API server refuses', () => {
  expect(server).toMatch(/^v1\.32\./);
  expect(cases.filter(({ complaints, found }) => (complaints.length === 0) !== (found.length === 0)).map(({ name }) => name)).toEqual([]);
});

test('an object breaks the rules that it breaks on the API server, in the same places and words', () => {
  expect(cases.map(({ name, ofRules }) => [name, ofRules])).toEqual(cases.map(({ name, theirs }) => [name, theirs]));
});

describe('among these objects', () => {
  const rules = allRules();

  test('some keep each rule', () => {
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.filter(rule => !mockKept.has(JSON.stringify(rule))).map(({ message }) => message)).toEqual([OF_STATUS]);
  });

  test('some break each rule that can be broken', () => {
    expect(rules.filter(rule => !mockBroken.has(JSON.stringify(rule))).map(({ message }) => message)).toEqual([OF_OLD, OF_STATUS, OF_ENUM]);
  });
});
