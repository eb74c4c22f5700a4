import { Percent, TraceSink, TracingOptions } from '../../lib';
import { shopChart, specOf, webIn } from '../support/shop-chart';

const SINK = TraceSink.fromName('otel-tracing');

test.each<[TracingOptions, object]>([
  [{}, {}],
  [{ sampling: Percent.of(0) }, { randomSamplingPercentage: 0 }],
  [{ sampling: Percent.of(0.01) }, { randomSamplingPercentage: 0.01 }],
  [{ sampling: Percent.of(100) }, { randomSamplingPercentage: 100 }],
])('[F060] the share is in percent, and zero is one', (options, entry) => {
  const chart = shopChart();
  webIn(chart).telemetry.traceTo(SINK, options);
  expect(specOf(chart, 'Telemetry').tracing).toEqual([{ providers: [{ name: 'otel-tracing' }], ...entry }]);
});

test('[F060] fails on a share that was said before, and on one that is too fine', () => {
  const { telemetry } = webIn(shopChart());
  expect(() => telemetry.traceTo(SINK, { sampling: Percent.of(0.001) })).toThrow(new Error(
    'shop/web, traceTo: 0.001 percent is too precise: the mesh supports hundredths of a percent. Use Percent.of(0.01) or more, with at most two decimals.',
  ));
  const other = webIn(shopChart()).telemetry;
  other.sample(Percent.of(1));
  expect(() => other.traceTo(SINK, { sampling: Percent.of(1) })).toThrow(
    new Error('shop/web, traceTo: which share of requests is traced is already set. Set it once, without contradictions.'),
  );
});
