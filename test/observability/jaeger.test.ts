import { Chart, Duration, Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { load } from 'js-yaml';
import { Jaeger, JaegerProps, JaegerStorage, OpenTelemetryCollector } from '../../lib';
import { MeshApp } from '../../lib/synth/mesh-app';
import { objectsOf, shopChart } from '../support/shop-chart';
import { refusals } from '../support/valid';

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

function jaegerIn(props: JaegerProps = {}): Jaeger {
  return new Jaeger(chart, 'jaeger', props);
}

function configOf(): any {
  return load(objectsOf(chart, 'ConfigMap').find(({ metadata }) => metadata.name === 'jaeger-collector').data['config.yaml']);
}

afterEach(() => {
  expect(refusals({ 'all.yaml': (chart.node.root as MeshApp).synthYaml() })).toEqual([]);
});

test('[F057] it takes traces at the ports that others know, and shows them', () => {
  jaegerIn();
  const [{ metadata: { name }, spec: { ports } }] = objectsOf(chart, 'Service');
  expect([name, ports.map((port: any) => [port.name, port.port])]).toEqual(['jaeger-collector', [
    ['grpc-otlp', 4317], ['http-otlp', 4318], ['http-zipkin', 9411], ['http-query', 16_686], ['grpc-query', 16_685], ['http-metrics', 8888],
  ]]);
});

test('[F057] it is Jaeger 2: a collector with a storage, of which each part that is named is there', () => {
  jaegerIn({ basePath: '/jaeger' });
  const { exporters, extensions, processors, receivers, service } = configOf();
  expect(extensions.jaeger_storage.backends).toEqual({ traces: { memory: { max_traces: 10_000 } } });
  expect([exporters, extensions.jaeger_query]).toEqual([{ jaeger_storage_exporter: { trace_storage: 'traces' } }, {
    base_path: '/jaeger', storage: { traces: 'traces' }, http: { endpoint: '0.0.0.0:16686' }, grpc: { endpoint: '0.0.0.0:16685' },
  }]);
  const { traces } = service.pipelines;
  const named = [service.extensions, traces.receivers, traces.processors, traces.exporters];
  expect(named).toEqual([extensions, receivers, processors, exporters].map(all => Object.keys(all)));
  const [{ args, env, image, livenessProbe: { httpGet } }] = objectsOf(chart, 'Deployment')[0].spec.template.spec.containers;
  expect(env.find(({ name }: any) => name === 'GOMEMLIMIT').value).toBe('819MiB');
  expect([image, args, httpGet.path, httpGet.port]).toEqual(['jaegertracing/jaeger:2.17.0', ['--config=/etc/jaeger/config.yaml'], '/status', 13_133]);
});

test('[F057] a collector that exports to it lets itself in, and nobody else', () => {
  const jaeger = jaegerIn();
  const collector = new OpenTelemetryCollector(chart, 'collector');
  collector.exportTo(jaeger);
  const [{ spec: { rules } }] = objectsOf(chart, 'AuthorizationPolicy').filter(({ metadata }) => metadata.name === 'jaeger-collector');
  expect(rules).toEqual([
    { from: [{ source: { principals: ['cluster.local/ns/shop/sa/opentelemetry-collector'] } }], to: [{ operation: { ports: ['4317'] } }] },
  ]);
  expect(objectsOf(chart, 'PeerAuthentication').map(({ metadata: { name } }) => name)).not.toContain('jaeger-collector');
});

test('proxies write no trace twice', () => {
  jaegerIn();
  const { http } = objectsOf(chart, 'VirtualService')[0].spec;
  expect(http.filter(({ retries }: any) => retries?.attempts === 0).map(({ match }: any) => match[0].port)).toEqual([4318, 9411]);
});

test('without the mesh it says nothing of access, and takes what is sent', () => {
  const collector = new OpenTelemetryCollector(chart, 'collector', { inMesh: false });
  collector.exportTo(jaegerIn({ inMesh: false }));
  expect(objectsOf(chart, 'AuthorizationPolicy')).toEqual([]);
});

describe('keeps traces', () => {
  test('on a volume', () => {
    jaegerIn({ storage: JaegerStorage.badger({ size: Size.gibibytes(10), keep: Duration.days(1), storageClass: 'fast' }) });
    expect(configOf().extensions.jaeger_storage.backends.traces).toEqual({ badger: { ephemeral: false, ttl: { spans: '86400s' }, directories: { keys: '/badger/keys', values: '/badger/values' } } });
    const [{ spec: { replicas, template: { spec: { securityContext } }, volumeClaimTemplates: [{ spec }] } }] = objectsOf(chart, 'StatefulSet');
    expect([replicas, securityContext.fsGroup, spec.resources.requests.storage, spec.storageClassName]).toEqual([1, 10_001, '10Gi', 'fast']);
  });

  test('in an Elasticsearch, of several pods', () => {
    const password = { secret: Secret.fromSecretName(chart, 'secret', 'elasticsearch'), key: 'password' };
    jaegerIn({ replicas: 2, storage: JaegerStorage.elasticsearch({ url: 'https://es.example.com:9200', username: 'jaeger', password, indexPrefix: 'shop' }) });
    expect(configOf().extensions.jaeger_storage.backends.traces).toEqual({ elasticsearch: {
      server_urls: ['https://es.example.com:9200'], auth: { basic: { username: 'jaeger', password: '${env:ELASTICSEARCH_PASSWORD}' } }, indices: { index_prefix: 'shop' },
    } });
    const { env } = objectsOf(chart, 'Deployment')[0].spec.template.spec.containers[0];
    expect(env.at(-1)).toEqual({ name: 'ELASTICSEARCH_PASSWORD', valueFrom: { secretKeyRef: { name: 'elasticsearch', key: 'password' } } });
  });

  test('in an Elasticsearch that asks for nothing', () => {
    jaegerIn({ storage: JaegerStorage.elasticsearch({ url: 'http://es.logging.svc.cluster.local:9200' }) });
    expect(configOf().extensions.jaeger_storage.backends.traces).toEqual({ elasticsearch: { server_urls: ['http://es.logging.svc.cluster.local:9200'] } });
  });
});

test.each<[string, (scope: Chart) => unknown, string]>([
  ['several pods of a memory', scope => new Jaeger(scope, 'several', { replicas: 2 }), 'shop/several: 2 pods would each store part of the traces. Set replicas: 1, or use JaegerStorage.elasticsearch.'],
  ['a path that is none', scope => new Jaeger(scope, 'pathless', { basePath: 'jaeger' }), 'shop/pathless: basePath: "jaeger" is not a path.'],
  ['no traces', () => JaegerStorage.memory({ maxTraces: 0 }), 'JaegerStorage.memory: maxTraces cannot be 0.'],
  ['a name without a password', () => JaegerStorage.elasticsearch({ url: 'http://es:9200', username: 'jaeger' }), 'JaegerStorage.elasticsearch: user name and password go together. Set both, or none.'],
  ['a password in the URL', () => JaegerStorage.elasticsearch({ url: 'http://a:b@es:9200' }), 'JaegerStorage.elasticsearch: "http://a:b@es:9200" is not a server URL.'],
  ['a time that is none', () => JaegerStorage.badger({ size: Size.gibibytes(1), keep: Duration.seconds(0) }), 'JaegerStorage.badger: keep cannot be 0 milliseconds.'],
])('%s is refused', (_, make, problem) => {
  expect(() => make(shopChart())).toThrow(problem);
});
