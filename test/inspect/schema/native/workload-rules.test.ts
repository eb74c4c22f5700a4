import { judgeAll } from '../../../support/judge-native';

const web = { name: 'web', image: 'b' };

const judge = (spec: object, kind = 'Deployment'): readonly string[] => judgeAll('apps/v1', kind, {
  selector: { matchLabels: { a: 'b' } },
  template: { metadata: { labels: { a: 'b' } }, spec: { containers: [web] } },
  ...spec,
});

test('the replicas are not below zero', () => {
  expect(judge({ replicas: -1 })).toEqual([
    'spec.replicas: bounds: replicas is -1 (at least 0)',
  ]);
});

test('pods are restarted always', () => {
  expect(judge({ template: { metadata: { labels: { a: 'b' } }, spec: { restartPolicy: 'Never', containers: [web] } } })).toEqual([
    'spec.template.spec.restartPolicy: enum: invalid restartPolicy "Never" ("Always"); remove it, or use a Job for pods that run to completion',
  ]);
});

test('a template without labels meets no selector', () => {
  expect(judge({ template: { spec: { containers: [web] } } })).toEqual([
    'spec.template.metadata: mismatch: the selector requires a=b, which the template labels do not match (template labels that match the selector)',
  ]);
});

test('nothing rolls where everything is made anew', () => {
  expect(judge({ strategy: { type: 'Recreate', rollingUpdate: {} } })).toEqual([
    'spec.strategy.rollingUpdate: mismatch: rollingUpdate is not allowed for type Recreate (no rollingUpdate)',
  ]);
});

test('something can be replaced', () => {
  expect(judge({ strategy: { rollingUpdate: { maxSurge: '0%', maxUnavailable: 0 } } })).toEqual([
    'spec.strategy.rollingUpdate.maxUnavailable: mismatch: maxUnavailable and maxSurge are both 0, so no pod can be replaced (one of them above 0)',
  ]);
});

test('pods are available before the progress is given up', () => {
  expect(judge({ minReadySeconds: 600 })).toEqual([
    'spec.progressDeadlineSeconds: mismatch: progressDeadlineSeconds 600 is not more than minReadySeconds 600 (more than minReadySeconds)',
  ]);
});

test('a deadline may be later', () => {
  expect(judge({ minReadySeconds: 600, progressDeadlineSeconds: 601 })).toEqual([]);
});

test.each(['ReplicaSet', 'DaemonSet', 'StatefulSet'])('a %s has labels that its selector asks for, and pods that stay', kind => {
  expect(judge({ selector: { matchLabels: { a: 'c' } }, template: { metadata: { labels: { a: 'b' } }, spec: { restartPolicy: 'OnFailure', containers: [web] } } }, kind)).toEqual([
    'spec.template.metadata.labels: mismatch: the selector requires a=c, which the template labels do not match (template labels that match the selector)',
    'spec.template.spec.restartPolicy: enum: invalid restartPolicy "OnFailure" ("Always"); remove it, or use a Job for pods that run to completion',
  ]);
});

test('a selector that is none is not compared', () => {
  expect(judge({ selector: { matchLabels: { a: 'c d' } } })).toEqual([
    'spec.selector.matchLabels.a: format: the label value "c d" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  ]);
});

test('pods of a StatefulSet mount its claims, too', () => {
  const mounting = (name: string): object => ({
    volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }],
    template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ ...web, volumeMounts: [{ name, mountPath: '/data' }] }] } },
  });
  expect(judge(mounting('data'), 'StatefulSet')).toEqual([]);
  expect(judge(mounting('date'), 'StatefulSet')).toEqual([
    'spec.template.spec.containers[0].volumeMounts[0].name: mismatch: the pod has no volume "date" (the name of a volume of the pod); did you mean "data"?',
  ]);
});

test('a template has a pod', () => {
  expect(judge({ template: { metadata: { labels: { a: 'b' } } } })).toEqual(['spec.template.spec: required: spec is missing (an object)']);
});

test('what is not there is no template with other labels', () => {
  expect(judge({ template: undefined })).toEqual(['spec.template: required: template is missing (an object)']);
});

test('a deadline of 0 gives no time, and null is the default', () => {
  expect(judge({ minReadySeconds: null, progressDeadlineSeconds: 1 })).toEqual([]);
  expect([...judge({ progressDeadlineSeconds: 0 }), ...judge({ minReadySeconds: 600, progressDeadlineSeconds: null })]).toEqual([
    'spec.progressDeadlineSeconds: mismatch: progressDeadlineSeconds 0 is not more than minReadySeconds 0 (more than minReadySeconds)',
    'spec.progressDeadlineSeconds: mismatch: progressDeadlineSeconds 600 is not more than minReadySeconds 600 (more than minReadySeconds)',
  ]);
});

test('times and histories are not below zero', () => {
  expect(judge({ minReadySeconds: -1, revisionHistoryLimit: -1 })).toEqual([
    'spec.minReadySeconds: bounds: minReadySeconds is -1 (at least 0)',
    'spec.revisionHistoryLimit: bounds: revisionHistoryLimit is -1 (at least 0)',
  ]);
  expect(judge({ revisionHistoryLimit: -1 }, 'DaemonSet')).toEqual(['spec.revisionHistoryLimit: bounds: revisionHistoryLimit is -1 (at least 0)']);
  expect(judge({ revisionHistoryLimit: -1, updateStrategy: { rollingUpdate: { partition: -1 } } }, 'StatefulSet')).toEqual([
    'spec.updateStrategy.rollingUpdate.partition: bounds: partition is -1 (at least 0)',
  ]);
});

test('a StatefulSet whose pods are deleted by hand does not roll', () => {
  const updating = (type: string, rollingUpdate: unknown): readonly string[] => judge({ updateStrategy: { type, rollingUpdate } }, 'StatefulSet');
  expect([...updating('RollingUpdate', { partition: 1 }), ...updating('OnDelete', null)]).toEqual([]);
  expect(updating('OnDelete', {})).toEqual([
    'spec.updateStrategy.rollingUpdate: mismatch: rollingUpdate is not allowed for type OnDelete (no rollingUpdate)',
  ]);
});

describe('a DaemonSet', () => {
  const rolling = (rollingUpdate: object, type = 'RollingUpdate'): readonly string[] =>
    judge({ updateStrategy: { type, rollingUpdate } }, 'DaemonSet').map(line => line.replace('spec.updateStrategy.rollingUpdate.', ''));

  test('has pods too many or too few while it rolls', () => {
    expect([{}, { maxUnavailable: '100%' }, { maxSurge: '10%', maxUnavailable: 0 }, { maxSurge: 0 }].flatMap(update => rolling(update))).toEqual([]);
    expect([...rolling({ maxUnavailable: 0 }), ...rolling({ maxUnavailable: '0%', maxSurge: 0 })]).toEqual(Array(2).fill(
      'maxUnavailable: mismatch: maxUnavailable and maxSurge are both 0, so no pod can be replaced (one of them above 0)'));
    expect([...rolling({ maxSurge: 1 }), ...rolling({ maxSurge: '10%', maxUnavailable: 2 })]).toEqual([
      'maxSurge: mismatch: maxSurge is 1, and maxUnavailable is 1 by default (maxUnavailable: 0 with maxSurge, or no maxSurge)',
      'maxSurge: mismatch: maxSurge is "10%", and maxUnavailable is 2 (maxUnavailable: 0 with maxSurge, or no maxSurge)',
    ]);
  });

  test('has shares that have a form, and are no more than all', () => {
    expect(rolling({ maxSurge: '101%', maxUnavailable: '1' })).toEqual([
      'maxSurge: bounds: maxSurge is "101%" (at most 100%)',
      'maxUnavailable: format: invalid maxUnavailable "1" (a number of pods such as 1, or a percentage such as 25%); write the number without quotes: maxUnavailable: 1',
    ]);
  });

  test('that waits for somebody to delete its pods does not look at them', () => {
    expect(rolling({ maxUnavailable: '1' }, 'OnDelete')).toEqual([]);
  });
});
