import { Duration, Size } from 'cdk8s';
import { ISecret, Secret, SecretValue } from 'cdk8s-plus-28';
import { Chart } from 'cdk8s';
import { load } from 'js-yaml';
import {
  AttributeChange, CollectorConfig, CollectorVersion, DebugVerbosity, OtelExporter, OtelExtension, OtelProcessor, OtelReceiver, OtlpProtocol, Percent,
  SamplingPolicy, Signal,
} from '../../lib';
import { collectorRefusals, realCollector } from '../support/otelcol';
import { shopChart } from '../support/shop-chart';

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

function secretValue(key: string): SecretValue {
  const secret: ISecret = Secret.fromSecretName(chart, `secret-${key}`, 'keys');
  return { secret, key };
}

/** All words that there are, in pipelines that need them. */
function fullConfig(): CollectorConfig {
  const config = new CollectorConfig({ memoryLimit: Size.mebibytes(400), memorySpikeLimit: Size.mebibytes(100), memoryCheckInterval: Duration.seconds(2), extensions: [OtelExtension.bearerToken({ name: 'unused', token: secretValue('unused') })] });
  const otlp = OtelReceiver.otlp();
  const batch = OtelProcessor.batch();
  config.pipeline(Signal.TRACES, {
    receivers: [otlp, OtelReceiver.zipkin(), OtelReceiver.jaeger(), OtelReceiver.otlp({ name: 'inner', grpcPort: 5317, protocols: [OtlpProtocol.GRPC] })],
    processors: [
      OtelProcessor.kubernetesAttributes({ labels: { team: 'example.com/team' }, ownNode: true }),
      OtelProcessor.resource([AttributeChange.set('cluster', 'a$b'), AttributeChange.insert('zone', 'x'), AttributeChange.copyOf('who', 'service.name')]),
      OtelProcessor.attributes([AttributeChange.remove('http.url'), AttributeChange.hash('user.id')]),
      OtelProcessor.filter({ spans: ['attributes["url.path"] == "/healthz"'] }),
      OtelProcessor.transform({ spans: ['set(attributes["team"], "shop")', 'replace_pattern(attributes["a"], "^x$", "y")'] }),
      OtelProcessor.tailSampling({
        policies: {
          errors: SamplingPolicy.errors(),
          slow: SamplingPolicy.slowerThan(Duration.millis(500)),
          some: SamplingPolicy.share(Percent.of(2.5)),
          checkout: SamplingPolicy.both(SamplingPolicy.attribute('http.route', '/checkout'), SamplingPolicy.spansPerSecond(100)),
          rest: SamplingPolicy.all(),
        },
      }),
      batch,
    ],
    exporters: [
      OtelExporter.otlp({ name: 'tempo', host: 'tempo.tempo.svc.cluster.local', auth: OtelExtension.basicAuth({ username: 'u', password: secretValue('password') }), timeout: Duration.seconds(3), queueSize: 500, retryFor: Duration.minutes(2) }),
      OtelExporter.otlpHttp({ name: 'cloud', host: 'otlp.example.com', port: 443, path: '/otlp', tls: true, headers: { 'x-api-key': secretValue('key') } }),
      OtelExporter.zipkin({ host: 'zipkin.zipkin.svc.cluster.local' }),
      OtelExporter.loadBalancing({ host: 'layer.observability.svc.cluster.local', timeout: Duration.seconds(1) }),
      OtelExporter.debug({ verbosity: DebugVerbosity.DETAILED }),
    ],
  });
  config.pipeline(Signal.METRICS, {
    receivers: [otlp, OtelReceiver.prometheus({ jobs: [{ job: 'web', targets: ['web.shop.svc.cluster.local:8080'], interval: Duration.seconds(15) }] })],
    processors: [OtelProcessor.transform({ name: 'points', metrics: ['set(attributes["a"], "b")'] }), batch],
    exporters: [OtelExporter.prometheus({ expiration: Duration.minutes(10), resourceLabels: true })],
  });
  config.pipeline(Signal.LOGS, { receivers: [otlp], processors: [OtelProcessor.batch({ name: 'logs', size: 100, maxSize: 200, timeout: Duration.millis(500) })], exporters: [OtelExporter.of('otlp_grpc', { endpoint: 'a:4317', headers: { key: '${env:KEY}' } }, { name: 'own', secrets: { KEY: secretValue('own') } })] });
  return config;
}

const program = realCollector();
const SECRETS = { BASICAUTH_PASSWORD: 'a', BEARERTOKENAUTH_UNUSED_TOKEN: 'b', OTLPHTTP_CLOUD_X_API_KEY: 'c', KEY: 'd', K8S_NODE_NAME: 'node' };

(program === undefined ? test.skip : test)('[F067] a real collector takes all words that there are', () => {
  expect(collectorRefusals(program!, fullConfig().yaml, SECRETS)).toBe('');
});

test('x', () => { console.log(fullConfig().yaml); expect(load(fullConfig().yaml)).toBeDefined(); expect(CollectorVersion).toBeDefined(); });
