import { MeshMetric } from '../../lib';
import { shopChart, specOf, webIn } from '../support/shop-chart';

test.each<[MeshMetric, string]>([
  [MeshMetric.ALL, 'ALL_METRICS'],
  [MeshMetric.REQUEST_COUNT, 'REQUEST_COUNT'],
  [MeshMetric.REQUEST_DURATION, 'REQUEST_DURATION'],
  [MeshMetric.REQUEST_SIZE, 'REQUEST_SIZE'],
  [MeshMetric.RESPONSE_SIZE, 'RESPONSE_SIZE'],
  [MeshMetric.TCP_OPENED, 'TCP_OPENED_CONNECTIONS'],
  [MeshMetric.TCP_CLOSED, 'TCP_CLOSED_CONNECTIONS'],
  [MeshMetric.TCP_SENT, 'TCP_SENT_BYTES'],
  [MeshMetric.TCP_RECEIVED, 'TCP_RECEIVED_BYTES'],
  [MeshMetric.GRPC_REQUEST_MESSAGES, 'GRPC_REQUEST_MESSAGES'],
  [MeshMetric.GRPC_RESPONSE_MESSAGES, 'GRPC_RESPONSE_MESSAGES'],
])('%s has a name that Istio knows', (metric, name) => {
  const chart = shopChart();
  webIn(chart).telemetry.changeMetric(metric, { disabled: true });
  expect(specOf(chart, 'Telemetry').metrics).toEqual([{ overrides: [{ match: { metric: name }, disabled: true }] }]);
});

test('no metric is without such a test', () => {
  expect(Object.keys(MeshMetric)).toHaveLength(11);
});
