import { CollectorQueries } from '../../lib';
import { promtoolTest } from '../support/promtool';
import { resultsDiffer } from '../support/query-results';

promtoolTest()('spans are counted under the names of older collectors and of newer ones', () => {
  const world = {
    'otelcol_receiver_refused_spans{pod="old"}': '0+60x60',
    'otelcol_receiver_refused_spans_total{pod="new"}': '0+60x60',
    'otelcol_exporter_send_failed_spans_total{pod="new"}': '0+30x60',
  };
  expect(resultsDiffer(world, [[CollectorQueries.refusedSpans(), { '{}': 2 }], [CollectorQueries.failedSpans(), { '{}': 0.5 }]])).toBe('');
});
