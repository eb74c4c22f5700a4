import { judgeAll } from '../../../support/judge-native';

const cpu = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } };

const judge = (spec: object): readonly string[] =>
  judgeAll('autoscaling/v2', 'HorizontalPodAutoscaler', { scaleTargetRef: { kind: 'Deployment', name: 'a' }, ...spec });

test('there are no more at least than at most', () => {
  expect(judge({ minReplicas: 4, maxReplicas: 3 })).toEqual([
    'spec.maxReplicas: mismatch: maxReplicas is 3, and minReplicas 4 (no less than minReplicas)',
  ]);
});

test('there is at least one', () => {
  expect(judge({ minReplicas: 0, maxReplicas: 0 })).toEqual([
    'spec.maxReplicas: bounds: maxReplicas is 0 (at least 1)',
    'spec.minReplicas: bounds: minReplicas is 0 (at least 1)',
  ]);
});

test('a metric has what its type says', () => {
  expect(judge({ maxReplicas: 3, metrics: [{ type: 'Pods' }, { type: 'Resource', resource: cpu, pods: { metric: { name: 'a' }, target: { type: 'Value' } } }, { type: 'Resource', resource: cpu }] })).toEqual([
    'spec.metrics[0].pods: required: pods is missing (pods, since type is Pods)',
    'spec.metrics[1].pods: mismatch: pods is not for the type Resource (resource only)',
  ]);
});
