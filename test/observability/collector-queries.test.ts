import { CollectorQueries, ObservabilityStackProps, ServerAddress, StackPreset } from '../../lib';
import { promtoolTest } from '../support/promtool';
import { resultsDiffer } from '../support/query-results';
import { stackTargets } from '../support/stack-targets';

const runs = promtoolTest();

runs('spans are counted by pod, under the names of older collectors and of newer ones', () => {
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
