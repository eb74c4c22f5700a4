import { CollectorQueries, MetricScope, ObservabilityStackProps, ServerAddress, Signal, StackPreset } from '../../lib';
import { promtoolTest } from '../support/promtool';
import { resultsDiffer } from '../support/query-results';
import { stackTargets } from '../support/stack-targets';

const runs = promtoolTest();

runs('what does not go through is counted by pod and signal, under the names of older collectors and of newer ones', () => {
  const world = {
    'otelcol_receiver_refused_spans{pod="old"}': '0+60x60',
    'otelcol_receiver_refused_spans_total{pod="new"}': '0+60x60',
    'otelcol_exporter_send_failed_spans_total{pod="new",exporter="otlp"}': '0+30x60',
    'otelcol_exporter_enqueue_failed_spans{pod="old",exporter="otlp"}': '0+15x60',
    'otelcol_receiver_refused_log_records_total{pod="new",receiver="otlp"}': '0+120x60',
    'otelcol_exporter_send_failed_metric_points{pod="old",exporter="otlphttp"}': '0+180x60',
    'otelcol_exporter_queue_size{pod="new",exporter="otlp"}': '30x60',
    'otelcol_exporter_queue_capacity{pod="new",exporter="otlp"}': '40x60',
  };
  expect(resultsDiffer(world, [
    [CollectorQueries.refused(Signal.TRACES), { '{pod="old"}': 1, '{pod="new"}': 1 }],
    [CollectorQueries.failed(Signal.TRACES), { '{pod="new",exporter="otlp"}': 0.5 }],
    [CollectorQueries.dropped(Signal.TRACES), { '{pod="old",exporter="otlp"}': 0.25 }],
    [CollectorQueries.refused(Signal.LOGS), { '{pod="new",receiver="otlp"}': 2 }],
    [CollectorQueries.failed(Signal.METRICS), { '{pod="old",exporter="otlphttp"}': 3 }],
    [CollectorQueries.dropped(Signal.LOGS), {}],
    [CollectorQueries.queueUse(), { '{pod="new",exporter="otlp"}': 75 }],
  ])).toBe('');
});

const OPERATORS: ObservabilityStackProps = { preset: StackPreset.OPERATORS, prometheus: ServerAddress.url('http://prometheus-operated.monitoring:9090') };

runs.each<[string, ObservabilityStackProps]>([['its own Prometheus', {}], ['a Prometheus of the operator', OPERATORS]])(
  'in a stack, with the labels that %s gives them, a collector that is gone is not hidden by the Jaeger that is there', (_, props) => {
    const { 'opentelemetry-collector': collector, 'jaeger-collector': jaeger } = stackTargets(props);
    const uptime = (labels: object): string => `otelcol_process_uptime_total{${Object.entries(labels).map(([name, value]) => `${name}="${value}"`).join(',')}}`;
    expect([collector.job, jaeger.job]).toEqual(['envoy-stats', 'envoy-stats']);
    expect(resultsDiffer({ [uptime(collector)]: '0+60x3 _x60', [uptime(jaeger)]: '0+60x60' }, [
      [CollectorQueries.absent(), { '{app="opentelemetry-collector",job="envoy-stats",namespace="observability"}': 1 }],
    ])).toBe('');
    expect(resultsDiffer({ [uptime(collector)]: '0+60x3 _x60', [uptime({ ...collector, pod: 'next' })]: '0+60x60', [uptime(jaeger)]: '0+60x60' }, [[CollectorQueries.absent(), {}]])).toBe('');
  },
);

test('a part of the mesh is nothing that a collector could be asked for: an error', () => {
  expect(() => CollectorQueries.failed(Signal.LOGS, { scope: MetricScope.inNamespace('shop') }))
    .toThrow('query failed-log-records: the collector has no scope. Leave it out; in a dashboard, use MetricScope.chosen() without variables.');
});
