import type { ExpressionTable } from '../record-cel/tables';
import type { Engine } from './engines';
import { isPlain } from './plain-rules';
import { verdictOf } from './verdict';

/** How many rules of a topic there are, and with how many each engine comes to the verdict of the API server. */
export interface Score {
  readonly topic: string;
  readonly plain: boolean;
  readonly rules: number;
  readonly agreeing: readonly number[];
}

/** The scores of each topic, first of its rules in plain CEL, then of those that need what Kubernetes adds. */
export function scoresOf({ expressions, schemas }: Pick<ExpressionTable, 'expressions' | 'schemas'>, engines: readonly Engine[]): readonly Score[] {
  const scores = expressions.flatMap(group => Object.entries(group.rules).map(([rule, answer]): Score => {
    const verdict = verdictOf(rule, answer);
    const agreeing = engines.map(engine => Number(engine.judge(rule, group.self, schemas[group.schema]) === verdict));
    return { topic: group.about, plain: isPlain(rule, group), rules: 1, agreeing };
  }));
  const topics = [...new Set(scores.map(({ topic }) => topic))];
  return [true, false].flatMap(plain => topics.flatMap(topic => {
    const some = scores.filter(score => score.plain === plain && score.topic === topic);
    return some.length === 0 ? [] : [sum(topic, some)];
  }));
}

/** Several scores as one. */
export function sum(topic: string, scores: readonly Score[]): Score {
  return {
    topic,
    plain: scores.every(({ plain }) => plain),
    rules: scores.reduce((total, { rules }) => total + rules, 0),
    agreeing: scores[0].agreeing.map((_, place) => scores.reduce((total, { agreeing }) => total + agreeing[place], 0)),
  };
}
