import { MeshMetric, MetricChange, ObservedSide } from '../../../../lib';
import { metricChangeIntent } from '../../../../lib/mesh/private/telemetry/metric-change-intent';

test('labels are in order, and those that go have no value', () => {
  expect(metricChangeIntent(MeshMetric.REQUEST_COUNT, { labels: { b: 'request.host' }, withoutLabels: ['a'], side: ObservedSide.CLIENT }, 'web')).toEqual({
    metric: MeshMetric.REQUEST_COUNT, side: ObservedSide.CLIENT, isOff: undefined, labels: new Map([['a', undefined], ['b', 'request.host']]),
  });
});

test.each<[MetricChange, string]>([
  [{}, 'nothing is to be different. Say disabled, labels or withoutLabels.'],
  [{ disabled: true, withoutLabels: ['a'] }, 'what is not measured has no labels. Leave out disabled, or the labels.'],
  [{ disabled: true, side: ObservedSide.CLIENT }, 'the mesh measures nothing at all any more, on either side, if all metrics are off on one. Name each metric: MeshMetric.REQUEST_COUNT.'],
  [{ labels: { a: '' } }, 'a label "a" has no name or no value, and the mesh refuses that. Say both, or withoutLabels.'],
  [{ labels: { a: 'b' }, withoutLabels: ['a'] }, 'the label "a" is named twice. Say once what becomes of it.'],
])('fails on %j', (change, problem) => {
  expect(() => metricChangeIntent(MeshMetric.ALL, change, 'web, changeMetric')).toThrow(new Error(`web, changeMetric: ${problem}`));
});
