import { ruleViolations } from '../../../../lib/inspect/schema/cel/rule-violations';
import type { CelTyping } from '../../../../lib/inspect/schema/cel/schema-value';
import type { JsonSchema } from '../../../../lib/inspect/schema/tables/crd';
import type { ObjectPath } from '../../../../lib/inspect/schema/violation';
import { answered } from '../../../../scripts/record-cel/questions';
import type { Question } from '../../../../scripts/record-cel/questions';
import type { Complaint, ExpressionTable } from '../../../../scripts/record-cel/tables';
import { schemasWithThing } from '../../../support/thing-kind';
import recorded from './api-server-expressions.json';

// scripts/record-cel.ts explains how the answers of a real API server come into the file.
const table = recorded as unknown as ExpressionTable;
const typings = new Map<JsonSchema, CelTyping>();
const ours = answered(table, answerTo);

function answerTo({ rule, self, schema }: Question): Complaint | null {
  const type = typingOf(schema);
  const [violation] = ruleViolations([rule], self, type);
  return violation === undefined ? null : [asField(violation.fieldPath ?? [], type), violation.message];
}

function typingOf(schema: JsonSchema): CelTyping {
  const type = typings.get(schema) ?? makeTyping(schema);
  typings.set(schema, type);
  return type;
}

function makeTyping(schema: JsonSchema): CelTyping {
  const { table: { nodes }, versions } = schemasWithThing(schema).kind('example.com', 'Thing')!;
  return { node: nodes[versions.v1.root!].p!.spec, nodeAt: index => nodes[index] };
}

/** `.labels[app]`: fields with a dot, keys of maps in brackets; and a dot before a bracket at the beginning. */
function asField(path: ObjectPath, { node, nodeAt }: CelTyping): string {
  let current = nodeAt(node);
  const steps = path.map(step => {
    const isField = current.p !== undefined;
    current = nodeAt((isField ? current.p![step] : current.a)!);
    return isField ? `.${step}` : `[${step}]`;
  });
  return steps.join('').replace(/^\[/, '.[');
}

test('the answers are those of an API server, on many expressions', () => {
  expect(table.server).toMatch(/^v1\.32\./);
  expect(table.expressions.flatMap(({ rules, texts }) => [...Object.keys(rules), ...Object.keys(texts)]).length).toBeGreaterThan(1000);
});

describe.each([...new Set(table.expressions.map(({ about }) => about))])('%s', about => {
  const [theirGroups, ourGroups] = [table, ours].map(({ expressions }) => expressions.filter(group => group.about === about));

  test('rules hold, break and fail as on the API server', () => {
    expect(ourGroups.map(({ rules }) => rules)).toEqual(theirGroups.map(({ rules }) => rules));
  });

  test('expressions give the texts that they give on the API server', () => {
    expect(ourGroups.map(({ texts }) => texts)).toEqual(theirGroups.map(({ texts }) => texts));
  });
});

test.each(table.rules.map(({ about, answer }, place) => [about, answer, ours.rules[place].answer]))('%s', (_, theirs, own) => {
  expect(own).toEqual(theirs);
});
