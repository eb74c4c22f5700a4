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
    'spec.template.spec.restartPolicy: enum: invalid restartPolicy "Always" ("OnFailure" or "Never")',
  ]);
});

test('has no selector of its own', () => {
  expect(judge({ selector: { matchLabels: { a: 'b' } } })).toEqual([
    'spec.selector: mismatch: the API server generates the selector of a Job (no selector)',
  ]);
});

test.each([{}, { matchLabels: null }, { matchExpressions: [] }])('may have the selector %j, which is none', selector => {
  expect(judge({ selector })).toEqual([]);
});

test('has one that it says that it has', () => {
  expect(judge({ manualSelector: true })).toEqual(['spec.selector: required: selector is missing (an object)']);
});

test('has a name that is a label of its pods', () => {
  const named = (length: number, spec: object = {}): readonly string[] =>
    judgeFields('batch/v1', 'Job', { metadata: { name: 'a'.repeat(length) }, spec: { template: { spec: { restartPolicy: 'Never', containers: [web] } }, ...spec } });
  expect(named(63)).toEqual([]);
  expect(named(64)).toEqual(['metadata.name: name: the name has 64 characters (at most 63, since it becomes a label of the pods)']);
  expect(named(64, { manualSelector: true, selector: {} })).toEqual([]);
});

test('has one where it says so, which its template meets', () => {
  expect(judge({ manualSelector: true, selector: { matchLabels: { a: 'b' } } })).toEqual([
    'spec.template.metadata: mismatch: the selector requires a=b, which the template labels do not match (template labels that match the selector)',
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
      'spec.jobTemplate.spec.manualSelector: mismatch: the jobs of a CronJob cannot have a selector of their own (no manualSelector)',
      'spec.jobTemplate.spec.selector: mismatch: the API server generates the selector of a Job (no selector)',
      'spec.jobTemplate.spec.template.spec.restartPolicy: required: restartPolicy is missing ("OnFailure" or "Never")',
    ]);
  });

  test('says what its jobs do', () => {
    expect(judgeFields('batch/v1', 'CronJob', { spec: { schedule: '@daily', jobTemplate: {} } })).toEqual([
      'spec.jobTemplate.spec: required: spec is missing (an object)',
    ]);
  });
});
