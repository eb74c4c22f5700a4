import { Duration } from 'cdk8s';
import { MeshQuery, MeshQueryProps, MetricUnit } from '../../lib';

const props: MeshQueryProps = { description: 'Orders that wait', unit: MetricUnit.COUNT, text: 'max(queue_length) by (queue)' };

test('a query of one\'s own is what it is told to be', () => {
  const labels = ['queue'];
  const query = MeshQuery.of('queue-length', { ...props, labels, window: Duration.minutes(1) });
  labels.push('other');
  expect([query.name, query.description, query.unit, query.text, query.labels, query.window?.toSeconds()]).toEqual(['queue-length', 'Orders that wait', 'short', 'max(queue_length) by (queue)', ['queue'], 60]);
});

test.each<[string, string, Partial<MeshQueryProps>, string]>([
  ['a name that is none', 'Queue Length', {}, 'MeshQuery.of("Queue Length"): this is not a valid query name. Use lowercase letters, digits and inner hyphens.'],
  ['no question', 'queue', { text: ' ' }, 'MeshQuery.of("queue"): the query is empty. Write it in PromQL.'],
  ['a bracket that is not closed', 'queue', { text: 'sum(rate(a[5m])' }, 'MeshQuery.of("queue"): Prometheus cannot parse it, because ( is unbalanced. Close it: sum(rate(a[5m])'],
  ['a time that is none', 'queue', { window: Duration.seconds(0) }, 'MeshQuery.of("queue"): window cannot be 0 milliseconds. Use a whole number of seconds, at least one.'],
])('%s: an error', (_, name, more, message) => {
  expect(() => MeshQuery.of(name, { ...props, ...more })).toThrow(message);
});

test.each<[string, string[]]>([
  ['sum(rate(payments_total{namespace="shop"}[5m])) by (outcome)', ['outcome']],
  ['sum by (outcome, shop) (rate(payments_total[5m]))', ['outcome', 'shop']],
  ['sum(rate(bad[5m])) by (shop) / sum(rate(all[5m])) BY (shop) * 100', ['shop']],
  ['histogram_quantile(0.99, sum(rate(buckets[5m])) by (le, shop))', ['shop']],
  ['histogram_quantile(0.99, sum(rate(buckets[5m])) by (le))', []],
  ['sum(max(waiting) by (queue))', []],
  ['sum(a) by (shop) / on (shop) group_left sum(b) by (shop, queue)', []],
  ['max(waiting{of="sum by (queue)"}) # by (queue)', []],
  ['sum(a) by ()', []],
  ['up', []],
])('%s tells its results apart by the labels %j', (text, labels) => {
  expect(MeshQuery.of('query', { ...props, text }).labels).toEqual(labels);
});

test('labels that are said hold', () => {
  expect(MeshQuery.of('query', { ...props, labels: [] }).labels).toEqual([]);
});
