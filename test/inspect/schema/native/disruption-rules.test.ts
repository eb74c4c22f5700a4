import { judgeAll } from '../../../support/judge-native';

const judge = (spec: object): readonly string[] => judgeAll('policy/v1', 'PodDisruptionBudget', spec);

test('says one of the two', () => {
  expect(judge({ minAvailable: 1, maxUnavailable: 1 })).toEqual([
    'spec: one-of: minAvailable and maxUnavailable exclude each other (at most one of the two)',
  ]);
});

test('as a number or in percent', () => {
  expect(judge({ maxUnavailable: '1' })).toEqual([
    'spec.maxUnavailable: format: maxUnavailable is "1" (a number of pods such as 1, or a share such as 25%); write the number without quotes: maxUnavailable: 1',
  ]);
});

test('of pods with labels that have a form', () => {
  expect(judge({ minAvailable: '50%', selector: { matchLabels: { a: 'b c' } } })).toEqual([
    'spec.selector.matchLabels.a: format: the label value "b c" is not well formed: it takes letters, digits, "-", "_" and ".", at both ends a letter or digit',
  ]);
});
