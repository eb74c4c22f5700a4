import { verdictFrom, verdictOf } from '../../../scripts/compare-cel-engines/verdict';

test('an API server says true, repeats the rule that is broken, or tells an error', () => {
  expect(verdictOf('self == 1', true)).toBe('holds');
  expect(verdictOf(' self == 1 ', 'failed rule: self == 1')).toBe('breaks');
  expect(verdictOf('1 / 0 == 1', 'division by zero evaluating rule: 1 / 0 == 1')).toBe('fails');
});

test('a program gives true, false, or no answer', () => {
  expect([true, false, 1n].map(value => verdictFrom(() => value))).toEqual(['holds', 'breaks', 'fails']);
  expect(verdictFrom(() => { throw new Error('division by zero'); })).toBe('fails');
});
