import { withLabels } from '../../../lib/inspect/model/kustomize-labels';

const everywhere = { selectors: true, templates: true };

test('a Service selects pods with the labels, too', () => {
  expect(withLabels({ kind: 'Service', spec: { selector: { app: 'a' } } }, { x: 'y' }, everywhere)).toEqual({
    kind: 'Service', metadata: { labels: { x: 'y' } }, spec: { selector: { app: 'a', x: 'y' } },
  });
});

test('pods of a CronJob have them, and it has no selector', () => {
  const template = { metadata: { labels: { app: 'a' } } };
  expect(withLabels({ kind: 'CronJob', metadata: { labels: { x: 'z' } }, spec: { jobTemplate: { spec: { template } } } }, { x: 'y' }, everywhere)).toEqual({
    kind: 'CronJob', metadata: { labels: { x: 'y' } }, spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: 'a', x: 'y' } } } } } },
  });
});

test('a Service without a selector, and objects of other kinds, get none', () => {
  expect(withLabels({ kind: 'Service', spec: {} }, { x: 'y' }, everywhere)).toEqual({ kind: 'Service', metadata: { labels: { x: 'y' } }, spec: {} });
  expect(withLabels({ kind: 'Gateway', spec: { selector: { a: 'b' } } }, { x: 'y' }, everywhere)).toEqual({ kind: 'Gateway', metadata: { labels: { x: 'y' } }, spec: { selector: { a: 'b' } } });
});
