import { RuleError } from '../../../../lib/inspect/schema/cel/grammar/rule-error';
import { programOf } from '../../../../lib/inspect/schema/cel/rule-program';
import type { Program } from '../../../../lib/inspect/schema/cel/rule-program';

test('a text is compiled once', () => {
  expect(programOf('self == 1')).toBe(programOf('self == 1'));
});

test('a program knows whether it looks at the old value', () => {
  const [old, now] = ['self == oldSelf', 'self == "oldSelf"'].map(rule => (programOf(rule) as Program).usesOldSelf);
  expect([old, now]).toEqual([true, false]);
});

test('what is wrong with a rule is kept as well', () => {
  const error = programOf('self ==');
  expect(error).toEqual(new RuleError('Syntax error: unexpected \'<EOF>\''));
  expect(programOf('self ==')).toBe(error);
});
