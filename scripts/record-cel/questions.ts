import type { CelRule } from '../../lib/inspect/schema/node';
import type { JsonSchema } from '../../lib/inspect/schema/tables/crd';
import type { Complaint, ExpressionGroup, ExpressionTable } from './tables';

/** Whether one value keeps one rule. */
export interface Question {
  readonly schema: JsonSchema;
  readonly self: unknown;
  readonly rule: CelRule;
}

/** What is said of a value: null when it keeps the rule. */
export type Ask = (question: Question) => Complaint | null;

/** A rule that no value keeps: what counts is its message. */
const BROKEN = '1 == 2';

/** The questions that a table holds. */
export function questionsOf(table: ExpressionTable): readonly Question[] {
  const questions: Question[] = [];
  answered(table, question => {
    questions.push(question);
    return null;
  });
  return questions;
}

/** The table with the answers to its questions. */
export function answered(table: ExpressionTable, ask: Ask): ExpressionTable {
  return {
    ...table,
    expressions: table.expressions.map(group => {
      const about = (rule: CelRule): Complaint | null => ask({ schema: table.schemas[group.schema], self: group.self, rule });
      return { ...group, rules: rulesOf(group, about), texts: textsOf(group, about) };
    }),
    rules: table.rules.map(ruleCase => {
      const { schema, self, rule } = ruleCase;
      return { ...ruleCase, answer: ask({ schema: table.schemas[schema], self, rule }) };
    }),
  };
}

type Judge = (rule: CelRule) => Complaint | null;

function rulesOf({ rules }: ExpressionGroup, judge: Judge): ExpressionGroup['rules'] {
  return Object.fromEntries(Object.keys(rules).map(rule => [rule, judge({ rule })?.[1] ?? true]));
}

function textsOf({ texts }: ExpressionGroup, judge: Judge): ExpressionGroup['texts'] {
  return Object.fromEntries(Object.keys(texts).map(messageExpression => {
    const text = judge({ rule: BROKEN, messageExpression })?.[1] ?? null;
    return [messageExpression, text === `failed rule: ${BROKEN}` ? null : text];
  }));
}
