import { Chart } from 'cdk8s';
import { ConfigMap, EnvValue, Secret } from 'cdk8s-plus-28';
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

test.each([OtlpProtocol.GRPC, OtlpProtocol.HTTP])('an authority of one\'s own, a certificate and a name are variables and words of TLS (%s)', protocol => {
  const secret = Secret.fromSecretName(chart, 'secret', 'own-tls');
  const tlsOptions = {
    authorities: EnvValue.fromConfigMap(ConfigMap.fromConfigMapName(chart, 'map', 'own-ca'), 'ca.crt'),
    certificate: { secret, key: 'tls.crt' }, key: { secret, key: 'tls.key' }, serverName: 'tempo.internal',
  };
  const [, { endpoint, tls }] = exportedTo(OtlpBackend.host('tempo', 'tempo.example.com', { port: 443, protocol, tlsOptions })) as [string, any, string[]];
  const prefix = protocol === OtlpProtocol.GRPC ? 'OTLP_TEMPO_TLS' : 'OTLPHTTP_TEMPO_TLS';
  expect(endpoint).toBe(protocol === OtlpProtocol.GRPC ? 'tempo.example.com:443' : 'https://tempo.example.com:443');
  expect(tls).toEqual({ ca_pem: `\${env:${prefix}_CA_PEM}`, cert_pem: `\${env:${prefix}_CERT_PEM}`, key_pem: `\${env:${prefix}_KEY_PEM}`, server_name_override: 'tempo.internal' });
  const { env } = objectsOf(chart, 'Deployment')[0].spec.template.spec.containers[0];
  expect(env.slice(-3).map(({ name, valueFrom }: any) => [name, valueFrom])).toEqual([
    [`${prefix}_CA_PEM`, { configMapKeyRef: { name: 'own-ca', key: 'ca.crt' } }],
    [`${prefix}_CERT_PEM`, { secretKeyRef: { name: 'own-tls', key: 'tls.crt' } }],
    [`${prefix}_KEY_PEM`, { secretKeyRef: { name: 'own-tls', key: 'tls.key' } }],
  ]);
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

const CERTIFICATE = { secret: Secret.fromSecretName(shopChart(), 'secret', 'tls'), key: 'tls.crt' };

test.each<[string, () => unknown, string]>([
  ['a path over gRPC', () => OtlpBackend.host('a', 'a.example.com', { path: '/otlp' }), 'OtlpBackend "a": gRPC has no path. Set protocol: OtlpProtocol.HTTP, or leave it out.'],
  ['words of TLS without it', () => OtlpBackend.host('a', 'a.example.com', { tls: false, tlsOptions: {} }), 'OtelExporter.otlp: tls is false, so tlsOptions has no effect. Leave out one of the two.'],
  ['a certificate without a key', () => OtlpBackend.host('a', 'a.example.com', { tlsOptions: { certificate: CERTIFICATE } }), 'OtelExporter.otlp: tlsOptions has a certificate without its key. Set both, or none.'],
  ['a key without a certificate', () => OtlpBackend.host('a', 'a.example.com', { tlsOptions: { key: CERTIFICATE } }), 'OtelExporter.otlp: tlsOptions has a key without its certificate. Set both, or none.'],
  ['no signal', () => OtlpBackend.host('a', 'a.example.com', { signals: [] }), 'OtlpBackend "a": signals is empty. Set one, such as Signal.TRACES, or leave signals out for all.'],
])('with %s it is refused', (_, backend, problem) => {
  expect(backend).toThrow(problem);
});
