import { MeshMetric, MetricChange, ObservedSide } from '../../../../lib';
import { metricChangeIntent } from '../../../../lib/mesh/private/telemetry/metric-change-intent';

test('labels are in order, and those that go have no value', () => {
  expect(metricChangeIntent(MeshMetric.REQUEST_COUNT, { labels: { b: 'request.host' }, withoutLabels: ['a'], side: ObservedSide.CLIENT }, 'web')).toEqual({
    metric: MeshMetric.REQUEST_COUNT, side: ObservedSide.CLIENT, isOff: undefined, labels: new Map([['a', undefined], ['b', 'request.host']]),
  });
});

test.each<[MetricChange, string]>([
  [{}, 'no changes are set. Set disabled, labels or withoutLabels.'],
  [{ disabled: true, withoutLabels: ['a'] }, 'a disabled metric has no labels. Leave out disabled, or the labels.'],
  [{ disabled: true, side: ObservedSide.CLIENT }, 'if all metrics are off on one side, the mesh measures nothing on either side. Name each metric: MeshMetric.REQUEST_COUNT.'],
  [{ labels: { a: '' } }, 'a label "a" has no name or no value, which the mesh rejects. Set both, or use withoutLabels.'],
  [{ labels: { a: 'b' }, withoutLabels: ['a'] }, 'the label "a" is listed twice. Change it once.'],
])('fails on %j', (change, problem) => {
  expect(() => metricChangeIntent(MeshMetric.ALL, change, 'web, changeMetric')).toThrow(new Error(`web, changeMetric: ${problem}`));
});
