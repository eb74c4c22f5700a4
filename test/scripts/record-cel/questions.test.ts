import { answered, questionsOf } from '../../../scripts/record-cel/questions';
import type { ExpressionTable } from '../../../scripts/record-cel/tables';

const whole = { type: 'integer' };
const table: ExpressionTable = {
  server: 'v1.32.0',
  schemas: { whole },
  expressions: [{ about: 'sums', schema: 'whole', self: 5, rules: { 'self == 5': 'old', 'self == 6': true }, texts: { 'string(self)': 'old', '""': 'old' } }],
  rules: [{ about: 'a field', schema: 'whole', self: 5, rule: { rule: 'self == 6', fieldPath: '.a' }, answer: null }],
};

test('each rule and each text is a question', () => {
  expect(questionsOf(table)).toEqual([
    { schema: whole, self: 5, rule: { rule: 'self == 5' } },
    { schema: whole, self: 5, rule: { rule: 'self == 6' } },
    { schema: whole, self: 5, rule: { rule: '1 == 2', messageExpression: 'string(self)' } },
    { schema: whole, self: 5, rule: { rule: '1 == 2', messageExpression: '""' } },
    { schema: whole, self: 5, rule: { rule: 'self == 6', fieldPath: '.a' } },
  ]);
});

test('the answers go where the questions come from', () => {
  const filled = answered(table, ({ rule: { rule, messageExpression, fieldPath = '' } }) => {
    if (rule === 'self == 5') {
      return null;
    }
    return [fieldPath, messageExpression === 'string(self)' ? '5' : `failed rule: ${rule}`];
  });
  expect(filled.expressions[0]).toEqual({
    ...table.expressions[0], rules: { 'self == 5': true, 'self == 6': 'failed rule: self == 6' }, texts: { 'string(self)': '5', '""': null },
  });
  expect(filled.rules).toEqual([{ ...table.rules[0], answer: ['.a', 'failed rule: self == 6'] }]);
});
