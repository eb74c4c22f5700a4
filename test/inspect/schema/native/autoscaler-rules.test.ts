import { judgeAll } from '../../../support/judge-native';

const cpu = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } };

const judge = (spec: object): readonly string[] =>
  judgeAll('autoscaling/v2', 'HorizontalPodAutoscaler', { scaleTargetRef: { kind: 'Deployment', name: 'a' }, ...spec });

test('there are no more at least than at most', () => {
  expect(judge({ minReplicas: 4, maxReplicas: 3 })).toEqual([
    'spec.maxReplicas: mismatch: maxReplicas 3 is less than minReplicas 4 (at least minReplicas)',
  ]);
});

test('there is at least one', () => {
  expect(judge({ minReplicas: 0, maxReplicas: 0 })).toEqual([
    'spec.maxReplicas: bounds: maxReplicas is 0 (at least 1)',
    'spec.minReplicas: bounds: minReplicas is 0 (at least 1)',
  ]);
});

test('a metric has what its type says', () => {
  expect(judge({ maxReplicas: 3, metrics: [{ type: 'Pods' }, { type: 'Resource', resource: cpu, pods: { metric: { name: 'a' }, target: { type: 'AverageValue', averageValue: 1 } } }, { type: 'Resource', resource: cpu }] })).toEqual([
    'spec.metrics[0].pods: required: pods is missing (pods, since type is Pods)',
    'spec.metrics[1].pods: mismatch: pods is not allowed for type Resource (resource only)',
  ]);
});

test('words have one letter case', () => {
  const policies = [{ type: 'percent', value: 1, periodSeconds: 15 }];
  expect(judge({ maxReplicas: 3, metrics: [{ type: 'resource', resource: cpu }], behavior: { scaleUp: { policies, selectPolicy: 'max' } } })).toEqual([
    'spec.behavior.scaleUp.policies[0].type: enum: invalid type "percent" ("Percent" or "Pods"); did you mean "Percent"?',
    'spec.behavior.scaleUp.selectPolicy: enum: invalid selectPolicy "max" ("Max", "Min" or "Disabled"); did you mean "Max"?',
    'spec.metrics[0].type: enum: invalid type "resource" ("ContainerResource", "External", "Object", "Pods" or "Resource"); did you mean "Resource"?',
  ]);
});

test('a direction has policies within bounds', () => {
  const policies = [{ type: 'Pods', value: 0, periodSeconds: 3600 }, { type: 'Pods', value: 1, periodSeconds: 1800 }, { type: 'Pods', value: 1, periodSeconds: 0 }];
  expect(judge({ maxReplicas: 3, behavior: { scaleDown: { policies, stabilizationWindowSeconds: 3601 }, scaleUp: { policies: [] } } })).toEqual([
    'spec.behavior.scaleDown.policies[0].periodSeconds: bounds: periodSeconds is 3600 (1 to 1800)',
    'spec.behavior.scaleDown.policies[0].value: bounds: value is 0 (at least 1)',
    'spec.behavior.scaleDown.policies[2].periodSeconds: bounds: periodSeconds is 0 (1 to 1800)',
    'spec.behavior.scaleDown.stabilizationWindowSeconds: bounds: stabilizationWindowSeconds is 3601 (0 to 3600)',
    'spec.behavior.scaleUp.policies: required: policies is empty (at least one item)',
  ]);
  expect(judge({ maxReplicas: 3, behavior: { scaleDown: { stabilizationWindowSeconds: 0 }, scaleUp: { selectPolicy: 'Disabled' } } })).toEqual([]);
});

describe('the target of a metric', () => {
  const metrics: Readonly<Record<string, (target: object) => object>> = {
    Resource: target => ({ resource: { name: 'cpu', target } }),
    ContainerResource: target => ({ containerResource: { name: 'cpu', container: 'a', target } }),
    Pods: target => ({ pods: { metric: { name: 'a' }, target } }),
    Object: target => ({ object: { describedObject: { kind: 'Service', name: 'a' }, metric: { name: 'a' }, target } }),
    External: target => ({ external: { metric: { name: 'a' }, target } }),
  };
  const judgeTarget = (type: string, target: object): readonly string[] =>
    judge({ maxReplicas: 3, metrics: [{ type, ...metrics[type](target) }] }).map(line => line.replace(/^spec.metrics\[0\].\w+.target/, ''));

  test('has a number that the type of the metric takes', () => {
    expect(Object.keys(metrics).flatMap(type => judgeTarget(type, { type: 'Value' }))).toEqual([
      ': required: target has no averageUtilization or averageValue (averageUtilization or averageValue, since the metric type is Resource)',
      ': required: target has no averageUtilization or averageValue (averageUtilization or averageValue, since the metric type is ContainerResource)',
      ': required: target has no averageValue (averageValue, since the metric type is Pods)',
      ': required: target has no value or averageValue (value or averageValue, since the metric type is Object)',
      ': required: target has no value or averageValue (value or averageValue, since the metric type is External)',
    ]);
    expect(judgeTarget('Resource', { type: 'Value', value: '500Mi' })).toEqual([
      ': required: target has no averageUtilization or averageValue (averageUtilization or averageValue, since the metric type is Resource); write type: AverageValue and averageValue: 500Mi',
    ]);
  });

  test('says of what type it is, and may have the number of another', () => {
    expect(judgeTarget('Resource', { type: 'utilization', averageUtilization: 50 }))
      .toEqual(['.type: enum: invalid type "utilization" ("Utilization", "Value" or "AverageValue"); did you mean "Utilization"?']);
    expect(judgeTarget('Resource', { type: 'Value', averageUtilization: 50, value: 1 })).toEqual([]);
    expect(judgeTarget('External', { type: 'Utilization', averageValue: 50 })).toEqual([]);
  });

  test('has one, but for that of an object', () => {
    expect(judgeTarget('Resource', { type: 'Utilization', averageUtilization: 50, averageValue: 1 })).toEqual([': one-of: averageUtilization and averageValue are mutually exclusive (only one of them)']);
    expect(judgeTarget('External', { type: 'Value', value: 1, averageValue: 1 })).toEqual([': one-of: value and averageValue are mutually exclusive (only one of them)']);
    expect(judgeTarget('Object', { type: 'Value', value: 1, averageValue: 1 })).toEqual([]);
  });

  test('is more than nothing', () => {
    expect(judgeTarget('Resource', { type: 'Utilization', averageUtilization: 0 })).toEqual(['.averageUtilization: bounds: averageUtilization is 0 (at least 1)']);
    expect(judgeTarget('Object', { type: 'Value', value: '0', averageValue: '-1m' }))
      .toEqual(['.averageValue: bounds: averageValue is "-1m" (more than 0)', '.value: bounds: value is "0" (more than 0)']);
  });
});
