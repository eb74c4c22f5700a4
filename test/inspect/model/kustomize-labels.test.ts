import { withLabels } from '../../../lib/inspect/model/kustomize-labels';

const labelled = (object: Record<string, unknown>, selectors = true): unknown => withLabels(object, { x: 'y' }, { selectors, templates: true });
const metadata = { labels: { x: 'y' } };

test('a Service selects pods with the labels, too, whether or not it has a selector', () => {
  expect(labelled({ apiVersion: 'v1', kind: 'Service', spec: { selector: { app: 'a' } } })).toEqual({ apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: { app: 'a', x: 'y' } } });
  expect(labelled({ apiVersion: 'v1', kind: 'Service', spec: {} })).toEqual({ apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: { x: 'y' } } });
  expect(labelled({ apiVersion: 'v1', kind: 'Service', spec: {} }, false)).toEqual({ apiVersion: 'v1', kind: 'Service', metadata, spec: {} });
});

test('pods of a CronJob have them, and it has no selector', () => {
  const template = { metadata: { labels: { app: 'a' } } };
  const job = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { labels: { x: 'z' } }, spec: { jobTemplate: { spec: { template } } } };
  expect(labelled(job)).toEqual({ ...job, metadata, spec: { jobTemplate: { metadata, spec: { template: { metadata: { labels: { app: 'a', x: 'y' } } } } } } });
});

test('some selectors get them where they are', () => {
  const policy = (podSelector: object): Record<string, unknown> => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { podSelector } });
  expect(labelled(policy({ matchLabels: { app: 'a' } }))).toEqual({ ...policy({ matchLabels: { app: 'a', x: 'y' } }), metadata });
  expect(labelled(policy({}))).toEqual({ ...policy({}), metadata });
});

test.each([
  ['networking.istio.io/v1', 'Gateway', { selector: { a: 'b' } }],
  ['networking.istio.io/v1', 'WorkloadGroup', { template: {} }],
  ['argoproj.io/v1alpha1', 'Rollout', { selector: { matchLabels: {} }, template: { metadata: {} } }],
])('%s %s gets none but its own', (apiVersion, kind, spec) => {
  expect(labelled({ apiVersion, kind, spec })).toEqual({ apiVersion, kind, metadata, spec });
});
