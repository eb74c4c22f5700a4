import { CollectorQueries } from '../../lib';
import { promtoolTest } from '../support/promtool';
import { resultsDiffer } from '../support/query-results';

promtoolTest()('spans are counted by pod, under the names of older collectors and of newer ones', () => {
  const world = {
    'otelcol_receiver_refused_spans{pod="old"}': '0+60x60',
    'otelcol_receiver_refused_spans_total{pod="new"}': '0+60x60',
    'otelcol_exporter_send_failed_spans_total{pod="new",exporter="otlp"}': '0+30x60',
    'otelcol_exporter_enqueue_failed_spans{pod="old",exporter="otlp"}': '0+15x60',
    'otelcol_exporter_queue_size{pod="new",exporter="otlp"}': '30x60',
    'otelcol_exporter_queue_capacity{pod="new",exporter="otlp"}': '40x60',
  };
  expect(resultsDiffer(world, [
    [CollectorQueries.refusedSpans(), { '{pod="old"}': 1, '{pod="new"}': 1 }],
    [CollectorQueries.failedSpans(), { '{pod="new",exporter="otlp"}': 0.5 }],
    [CollectorQueries.droppedSpans(), { '{pod="old",exporter="otlp"}': 0.25 }],
    [CollectorQueries.queueUse(), { '{pod="new",exporter="otlp"}': 75 }],
  ])).toBe('');
});
