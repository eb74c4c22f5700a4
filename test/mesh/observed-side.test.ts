import { LogSink, MeshMetric, ObservedSide } from '../../lib';
import { shopChart, specOf, webIn } from '../support/shop-chart';

test.each([[ObservedSide.CLIENT, 'CLIENT'], [ObservedSide.SERVER, 'SERVER']])('%s means the same of traces, logs and metrics', (side, mode) => {
  const chart = shopChart();
  const { telemetry } = webIn(chart);
  telemetry.changeTracing({ side });
  telemetry.logTo(LogSink.OUTPUT, { side });
  telemetry.changeMetric(MeshMetric.TCP_SENT, { disabled: true, side });
  expect(specOf(chart, 'Telemetry')).toMatchObject({
    tracing: [{ match: { mode } }], accessLogging: [{ match: { mode } }], metrics: [{ overrides: [{ match: { mode } }] }],
  });
});
