import { Chart } from 'cdk8s';
import { load } from 'js-yaml';
import { ITelemetryBackend, MeshService, OpenTelemetryCollector, OtlpBackend, OtlpProtocol, Signal, ZipkinBackend } from '../../lib';
import { objectsOf, shopChart, WEB } from '../support/shop-chart';

let chart: Chart;
let collector: OpenTelemetryCollector;
beforeEach(() => {
  chart = shopChart();
  collector = new OpenTelemetryCollector(chart, 'collector');
});

/** What a collector makes of a backend, and what it sends there. */
function exportedTo(backend: ITelemetryBackend): [string, unknown, string[]] {
  collector.exportTo(backend);
  const { exporters, service: { pipelines } }: any = load(objectsOf(chart, 'ConfigMap')[0].data['config.yaml']);
  const [id] = Object.keys(exporters).filter(name => !['debug', 'prometheus'].includes(name));
  return [id, exporters[id], Object.keys(pipelines).filter(signal => pipelines[signal].exporters.includes(id))];
}

test('a Tempo of somebody else takes traces over gRPC', () => {
  expect(exportedTo(OtlpBackend.host('tempo', 'tempo.tempo.svc.cluster.local', { signals: [Signal.TRACES] })))
    .toEqual(['otlp_grpc/tempo', { endpoint: 'tempo.tempo.svc.cluster.local:4317', tls: { insecure: true } }, ['traces']]);
});

test('over HTTP, below a path, with TLS, it is a URL', () => {
  expect(exportedTo(OtlpBackend.host('cloud', 'otlp.example.com', { protocol: OtlpProtocol.HTTP, port: 443, path: '/otlp', tls: true })))
    .toEqual(['otlp_http/cloud', { endpoint: 'https://otlp.example.com:443/otlp' }, ['traces', 'metrics', 'logs']]);
});

test('a service of the environment lets the collector in', () => {
  const tempo = new MeshService(chart, 'tempo', { ...WEB, port: 3200, morePorts: [{ port: 4318, name: 'http-otlp' }] });
  const [, exporter] = exportedTo(OtlpBackend.service('tempo', tempo, { protocol: OtlpProtocol.HTTP }));
  expect(exporter).toEqual({ endpoint: 'http://tempo.shop.svc.cluster.local:4318' });
  expect(objectsOf(chart, 'AuthorizationPolicy').find(({ metadata }) => metadata.name === 'tempo').spec.rules).toEqual([
    { from: [{ source: { principals: ['cluster.local/ns/shop/sa/opentelemetry-collector'] } }], to: [{ operation: { ports: ['4318'] } }] },
  ]);
});

test('a Zipkin takes traces', () => {
  expect(exportedTo(ZipkinBackend.host({ name: 'old', host: 'zipkin.zipkin.svc.cluster.local' })))
    .toEqual(['zipkin/old', { endpoint: 'http://zipkin.zipkin.svc.cluster.local:9411/api/v2/spans' }, ['traces']]);
});

test.each<[string, () => unknown, string]>([
  ['a path over gRPC', () => OtlpBackend.host('a', 'a.example.com', { path: '/otlp' }), 'OtlpBackend "a": over gRPC nobody asks for a path. Say protocol: OtlpProtocol.HTTP, or leave it out.'],
  ['no signal', () => OtlpBackend.host('a', 'a.example.com', { signals: [] }), 'OtlpBackend "a": takes no signal. Name one, such as Signal.TRACES, or leave signals out for all.'],
])('with %s it is refused', (_, backend, problem) => {
  expect(backend).toThrow(problem);
});
