import { judgeAll, judgeFields } from '../../../support/judge-native';

const web = { name: 'web', image: 'b' };

const judge = (spec: object): readonly string[] => judgeAll('batch/v1', 'Job', { template: { spec: { restartPolicy: 'Never', containers: [web] } }, ...spec });

test('says what becomes of pods that end', () => {
  expect(judge({ template: { spec: { containers: [web] } } })).toEqual([
    'spec.template.spec.restartPolicy: required: restartPolicy is missing ("OnFailure" or "Never")',
  ]);
});

test('does not restart them for ever', () => {
  expect(judge({ template: { spec: { restartPolicy: 'Always', containers: [web] } } })).toEqual([
    'spec.template.spec.restartPolicy: enum: restartPolicy is "Always" ("OnFailure" or "Never")',
  ]);
});

test('has no selector of its own', () => {
  expect(judge({ selector: { matchLabels: { a: 'b' } } })).toEqual([
    'spec.selector: mismatch: the API server makes the selector of a Job itself (no selector)',
  ]);
});

test('has one where it says so, which its template meets', () => {
  expect(judge({ manualSelector: true, selector: { matchLabels: { a: 'b' } } })).toEqual([
    'spec.template.metadata: mismatch: the selector asks for a=b, which the labels of the template do not meet (labels that the selector matches)',
  ]);
});

test('has no negative numbers', () => {
  expect(judge({ parallelism: -1, backoffLimit: -1 })).toEqual([
    'spec.backoffLimit: bounds: backoffLimit is -1 (at least 0)',
    'spec.parallelism: bounds: parallelism is -1 (at least 0)',
  ]);
});

test('holds its pods against the rules for pods', () => {
  expect(judge({ template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a' }] } } })).toEqual([
    'spec.template.spec.containers[0].image: required: image is missing (a string)',
  ]);
});

describe('a CronJob', () => {
  const cron = (spec: object): readonly string[] => judgeFields('batch/v1', 'CronJob', {
    spec: { schedule: '@daily', jobTemplate: { spec: { template: { spec: { restartPolicy: 'Never', containers: [web] } }, ...spec } } },
  });

  test('holds its jobs against the rules for Jobs', () => {
    expect(cron({ manualSelector: true, selector: {}, template: { spec: { containers: [web] } } })).toEqual([
      'spec.jobTemplate.spec.selector: mismatch: the API server makes the selector of a Job itself (no selector)',
      'spec.jobTemplate.spec.template.spec.restartPolicy: required: restartPolicy is missing ("OnFailure" or "Never")',
    ]);
  });
});
