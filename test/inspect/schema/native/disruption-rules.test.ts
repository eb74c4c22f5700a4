import { judgeAll } from '../../../support/judge-native';

const judge = (spec: object): readonly string[] => judgeAll('policy/v1', 'PodDisruptionBudget', spec);

test('says one of the two', () => {
  expect(judge({ minAvailable: 1, maxUnavailable: 1 })).toEqual([
    'spec: one-of: minAvailable and maxUnavailable are mutually exclusive (at most one of them)',
  ]);
});

test('as a number or in percent', () => {
  expect(judge({ maxUnavailable: '1' })).toEqual([
    'spec.maxUnavailable: format: invalid maxUnavailable "1" (a number of pods such as 1, or a percentage such as 25%); write the number without quotes: maxUnavailable: 1',
  ]);
});

test('of pods with labels that have a form', () => {
  expect(judge({ minAvailable: '50%', selector: { matchLabels: { a: 'b c' } } })).toEqual([
    'spec.selector.matchLabels.a: format: the label value "b c" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  ]);
});
