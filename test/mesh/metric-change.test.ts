import { MetricChange, MeshMetric, ObservedSide } from '../../lib';
import { shopChart, specOf, webIn } from '../support/shop-chart';

test.each<[MetricChange, object]>([
  [{ disabled: true }, { disabled: true }],
  [{ disabled: false }, { disabled: false }],
  [{ disabled: true, side: ObservedSide.CLIENT }, { match: { metric: 'REQUEST_SIZE', mode: 'CLIENT' }, disabled: true }],
  [{ labels: { host: 'request.host' } }, { tagOverrides: { host: { operation: 'UPSERT', value: 'request.host' } } }],
  [{ withoutLabels: ['b', 'a'] }, { tagOverrides: { a: { operation: 'REMOVE' }, b: { operation: 'REMOVE' } } }],
  [
    { labels: { host: 'request.host' }, withoutLabels: ['a'], disabled: false },
    { disabled: false, tagOverrides: { a: { operation: 'REMOVE' }, host: { operation: 'UPSERT', value: 'request.host' } } },
  ],
])('a metric changes by %j', (change, override) => {
  const chart = shopChart();
  webIn(chart).telemetry.changeMetric(MeshMetric.REQUEST_SIZE, change);
  expect(specOf(chart, 'Telemetry').metrics).toEqual([{ overrides: [{ match: { metric: 'REQUEST_SIZE' }, ...override }] }]);
});
