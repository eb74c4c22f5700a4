import { isNone } from '../../../../lib/inspect/schema/native/share-rules';
import { judgeAll } from '../../../support/judge-native';

const judge = (rollingUpdate: object): readonly string[] => judgeAll('apps/v1', 'Deployment', {
  strategy: { rollingUpdate },
  selector: { matchLabels: { a: 'b' } },
  template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'web', image: 'b' }] } },
});

test('a share is a number or in percent', () => {
  expect(judge({ maxSurge: '1', maxUnavailable: 'half' })).toEqual([
    'spec.strategy.rollingUpdate.maxSurge: format: invalid maxSurge "1" (a number of pods such as 1, or a percentage such as 25%); write the number without quotes: maxSurge: 1',
    'spec.strategy.rollingUpdate.maxUnavailable: format: invalid maxUnavailable "half" (a number of pods such as 1, or a percentage such as 25%)',
  ]);
});

test('is not below zero', () => {
  expect(judge({ maxSurge: -1 })).toEqual([
    'spec.strategy.rollingUpdate.maxSurge: bounds: maxSurge is -1 (a number of pods such as 1, or a percentage such as 25%)',
  ]);
});

test('and not all and more, where pods are taken away', () => {
  expect(judge({ maxSurge: '200%', maxUnavailable: '101%' })).toEqual([
    'spec.strategy.rollingUpdate.maxUnavailable: bounds: maxUnavailable is "101%" (at most 100%)',
  ]);
});

test('a share of nobody is none', () => {
  expect([0, '0%', '00%'].map(isNone)).toEqual([true, true, true]);
  expect([1, '0', '10%', null, undefined].map(isNone)).toEqual([false, false, false, false, false]);
});
