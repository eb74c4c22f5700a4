import { Chart } from 'cdk8s';
import { load } from 'js-yaml';
import { Kiali, KialiTracing, ServerAddress } from '../../lib';
import { objectsOf } from '../support/shop-chart';
import { stackChart } from '../support/stack-chart';

const at = (port: number): ServerAddress => ServerAddress.url(`http://tracing.example:${port}`);

function tracingOf(tracing: KialiTracing): unknown {
  const chart: Chart = stackChart();
  new Kiali(chart, 'kiali', { prometheus: ServerAddress.url('http://prometheus:9090'), tracing });
  return (load(objectsOf(chart, 'ConfigMap')[0].data['config.yaml']) as any).external_services.tracing;
}

test.each<[string, KialiTracing, object]>([
  ['Jaeger over gRPC', KialiTracing.jaeger(at(16685), { externalUrl: 'https://jaeger.example.com' }), { provider: 'jaeger', internal_url: 'http://tracing.example:16685', use_grpc: true, external_url: 'https://jaeger.example.com' }],
  ['Jaeger over HTTP', KialiTracing.jaegerHttp(at(16686)), { provider: 'jaeger', internal_url: 'http://tracing.example:16686', use_grpc: false }],
  ['Tempo', KialiTracing.tempo(at(3200)), { provider: 'tempo', internal_url: 'http://tracing.example:3200', use_grpc: false }],
])('[F082] %s', (_what, tracing, expected) => {
  expect(tracingOf(tracing)).toEqual({ enabled: true, ...expected });
});

test.each<[string, () => unknown, string]>([
  ['gRPC', () => KialiTracing.jaeger(at(16686)), 'KialiTracing.jaeger: 16686 is the HTTP port of Jaeger, which does not speak gRPC. Use port 16685, or KialiTracing.jaegerHttp.'],
  ['HTTP', () => KialiTracing.jaegerHttp(at(16685)), 'KialiTracing.jaegerHttp: 16685 is the gRPC port of Jaeger, which does not speak HTTP. Use port 16686, or KialiTracing.jaeger.'],
])('[F082] the port that does not speak %s is refused', (_what, make, error) => {
  expect(make).toThrow(new Error(error));
});
