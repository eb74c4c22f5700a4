import { engineOf } from '../../../scripts/compare-cel-engines/engines';
import { scoresOf, sum } from '../../../scripts/compare-cel-engines/scores';
import type { ExpressionTable } from '../../../scripts/record-cel/tables';

const group = { schema: 'text', self: 'a', texts: {} };
const table: Pick<ExpressionTable, 'expressions' | 'schemas'> = {
  schemas: { text: { type: 'string' } },
  expressions: [
    { ...group, about: 'texts', rules: { 'self == self': true, 'self != self': 'failed rule: self != self', 'self.charAt(0) == self': true } },
    { ...group, about: 'numbers', rules: { '1 / 0 == 1': 'division by zero evaluating rule: 1 / 0 == 1' } },
    { ...group, about: 'texts', rules: { 'size(self) == 1': true } },
  ],
};
const engines = [engineOf('content', () => true), engineOf('useless', () => JSON.parse(''))];

test('the verdicts of each engine are compared with those of the API server, topic by topic', () => {
  expect(scoresOf(table, engines)).toEqual([
    { topic: 'texts', plain: true, rules: 3, agreeing: [2, 0] },
    { topic: 'numbers', plain: true, rules: 1, agreeing: [0, 1] },
    { topic: 'texts', plain: false, rules: 1, agreeing: [1, 0] },
  ]);
});

test('several scores are one', () => {
  expect(sum('all', scoresOf(table, engines))).toEqual({ topic: 'all', plain: false, rules: 5, agreeing: [3, 1] });
});
