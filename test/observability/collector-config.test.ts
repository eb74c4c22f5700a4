import { rootCertificates } from 'node:tls';
import { Chart, Duration, Size } from 'cdk8s';
import { EnvValue, Secret, SecretValue } from 'cdk8s-plus-28';
import { load } from 'js-yaml';
import {
  AttributeChange, CollectorConfig, CollectorConfigProps, CollectorVersion, DebugVerbosity, OpenTelemetryCollector, OtelExporter,
  OtelExtension, OtelProcessor, OtelReceiver, OtlpProtocol, Percent, PipelineProps, SamplingPolicy, Signal,
} from '../../lib';
import { collectorRefusals, realCollector } from '../support/otelcol';
import { shopChart } from '../support/shop-chart';

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

function secretValue(key: string): SecretValue {
  return { secret: Secret.fromSecretName(chart, `secret-${key}`, 'keys'), key };
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
      OtelExporter.otlpHttp({ name: 'cloud', host: 'otlp.example.com', port: 443, path: '/otlp', tlsOptions: { authorities: EnvValue.fromSecretValue(secretValue('ca')), serverName: 'otlp.internal' }, headers: { 'x-api-key': secretValue('key') } }),
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
const SECRETS = { BASICAUTH_PASSWORD: 'a', BEARERTOKENAUTH_UNUSED_TOKEN: 'b', OTLPHTTP_CLOUD_X_API_KEY: 'c', KEY: 'd', K8S_NODE_NAME: 'node', OTLPHTTP_CLOUD_TLS_CA_PEM: rootCertificates[0] };

(program === undefined ? test.skip : test)('[F067] a real collector takes all words that there are', () => {
  expect(collectorRefusals(program!, fullConfig().yaml, SECRETS)).toBe('');
});

(program === undefined ? test.skip : test)('[F067] a real collector takes what a collector does by itself', () => {
  expect(collectorRefusals(program!, new OpenTelemetryCollector(chart, 'collector').config.yaml)).toBe('');
});

(program === undefined ? test.skip : test)('that collector refuses what it does not know', () => {
  expect(collectorRefusals(program!, fullConfig().yaml.replace('decision_wait', 'decision_time'), SECRETS)).toContain('decision_time');
});

const receivers = [OtelReceiver.otlp()];
const debug = OtelExporter.debug();

/** A configuration with one pipeline for traces. */
function tracesWith(props: Partial<PipelineProps>, version = CollectorVersion.of('0.144.0')): any {
  const config = new CollectorConfig({ version });
  config.pipeline(Signal.TRACES, { receivers, exporters: [debug], ...props });
  return load(config.yaml);
}

describe('[F067] by its version', () => {
  const otlp = OtelExporter.otlp({ name: 'jaeger', host: 'jaeger.example.com' });
  const http = OtelExporter.otlpHttp({ host: 'jaeger.example.com' });
  const pods = OtelProcessor.kubernetesAttributes();

  test.each([
    ['0.143.1', ['otlp/jaeger', 'otlphttp'], 'k8sattributes'],
    ['0.144.0', ['otlp_grpc/jaeger', 'otlp_http'], 'k8sattributes'],
    ['0.148.0', ['otlp_grpc/jaeger', 'otlp_http'], 'k8s_attributes'],
  ])('a component is called as %s calls it', (version, exporters, processor) => {
    const { service: { pipelines: { traces } } } = tracesWith({ processors: [pods], exporters: [otlp, http] }, CollectorVersion.of(version));
    expect([traces.exporters, traces.processors, traces.receivers]).toEqual([exporters, ['memory_limiter', processor], ['otlp']]);
  });

  test.each([
    ['otlp', '0.144.0', 'otlp_grpc'], ['otlp_grpc', '0.143.0', 'otlp'], ['loki', '0.130.0', 'loki'], ['opencensus', '0.133.0', 'opencensus'],
  ])('%s of one\'s own is in %s "%s"', (type, version, known) => {
    expect(tracesWith({ exporters: [OtelExporter.of(type)] }, CollectorVersion.of(version)).exporters).toEqual({ [known]: null });
  });

  test.each([
    ['jaeger', '0.144.0', 'it was removed in 0.86.0. Instead, use collector.exportTo(jaeger), or OtelExporter.otlp: Jaeger accepts OpenTelemetry.'],
    ['logging', '0.111.0', 'it was removed in 0.111.0. Instead, use OtelExporter.debug().'],
    ['loki', '0.131.0', 'it was removed in 0.131.0. Instead, use OtelExporter.otlpHttp: Loki accepts OpenTelemetry over HTTP.'],
    ['opencensus', '0.134.0', 'it was removed in 0.134.0. Instead, use OtelExporter.otlp.'],
  ])('the exporter %s is removed in %s', (type, version, problem) => {
    expect(() => tracesWith({ exporters: [OtelExporter.of(type)] }, CollectorVersion.of(version)))
      .toThrow(`CollectorConfig, pipeline "traces": version ${version} of the collector has no "${type}" among its exporters: ${problem}`);
  });

  test('the receiver of OpenCensus is removed', () => {
    expect(() => tracesWith({ receivers: [OtelReceiver.of('opencensus')] })).toThrow('has no "opencensus" among its receivers: it was removed in 0.134.0. Instead, use OtelReceiver.otlp().');
  });

  test('what nobody knows is refused, unless one\'s own build has it', () => {
    expect(() => tracesWith({ processors: [OtelProcessor.of('tailsampling')] })).toThrow('CollectorConfig, pipeline "traces": "tailsampling" is not among the processors of the collector. Did you mean "tail_sampling"? If your own build has it, use CollectorVersion.of("0.144.0", { moreTypes: ["tailsampling"] }).');
    const own = CollectorVersion.of('0.144.0', { moreTypes: ['mine', 'jaeger'] });
    expect(tracesWith({ processors: [OtelProcessor.of('mine')], exporters: [OtelExporter.of('jaeger', { a: 1 })] }, own).exporters).toEqual({ jaeger: { a: 1 } });
  });
});

describe('a pipeline', () => {
  const batch = OtelProcessor.batch();
  const pods = OtelProcessor.kubernetesAttributes();
  const tail = OtelProcessor.tailSampling({ policies: { all: SamplingPolicy.all() } });

  test('has the limit of memory first, and what is one object once', () => {
    const config = new CollectorConfig();
    config.pipeline(Signal.TRACES, { receivers, processors: [batch], exporters: [debug] });
    config.pipeline(Signal.LOGS, { receivers, processors: [batch], exporters: [debug], name: 'all' });
    const { processors, service: { pipelines } }: any = load(config.yaml);
    expect([Object.keys(processors), Object.keys(pipelines), pipelines['logs/all'].processors]).toEqual([['memory_limiter', 'batch'], ['traces', 'logs/all'], ['memory_limiter', 'batch']]);
  });

  test.each<[string, unknown, string]>([
    ['receivers that are not said', { receivers: undefined }, ': has no receiver. Add one, such as OtelReceiver.otlp().'],
    ['a receiver that is not there', { receivers: [undefined] }, ', receivers[0]: no receiver given. Check the import or the variable.'],
    ['an exporter that is not there', { exporters: [debug, undefined] }, ', exporters[1]: no exporter given. Check the import or the variable.'],
    ['a backend for an exporter', { exporters: [{ name: 'tempo' }] }, ', exporters[0]: an object of Object is not a valid exporter. Check the import or the variable.'],
    ['a receiver for an exporter', { exporters: receivers }, ', exporters[0]: "otlp" is one of the receivers. Make it with OtelExporter.'],
  ])('with %s is refused by name', (_, props, problem) => {
    expect(() => tracesWith(props as Partial<PipelineProps>)).toThrow(`CollectorConfig, pipeline "traces"${problem}`);
  });

  test.each<[string, Partial<PipelineProps>, string]>([
    ['nothing that comes in', { receivers: [] }, 'has no receiver. Add one, such as OtelReceiver.otlp().'],
    ['an exporter for metrics', { exporters: [OtelExporter.prometheus()] }, '"prometheus" supports only metrics. Leave it out of the pipeline of traces.'],
    ['two of a type', { exporters: [debug, OtelExporter.debug()] }, 'two exporters are called "debug". Use one object in both places, or give one of the two a name.'],
    ['a processor twice', { processors: [pods, pods] }, 'has k8sattributes twice. Add it once.'],
    ['something after batch', { processors: [batch, pods] }, 'k8sattributes comes after batch, which loses the sender of the data. Put batch last.'],
    ['pods after sampling', { processors: [tail, pods] }, 'kubernetesAttributes comes after tailSampling, which loses the sender of the data. Put it before.'],
    ['one at the port of the health', { receivers: [...receivers, OtelReceiver.zipkin({ port: 13_133 })] }, '"zipkin" listens at port 13133, which is the healthPort of the collector. Use two different ports.'],
    ['one at the port of its own metrics', { receivers: [...receivers, OtelReceiver.zipkin({ port: 8888 })] }, '"zipkin" listens at port 8888, which is the metricsPort of the collector. Use two different ports.'],
    ['one that listens twice', { receivers: [OtelReceiver.otlp({ name: 'twice', grpcPort: 5317, httpPort: 5317 })] }, '"otlp/twice" listens twice at port 5317. Use two different ports.'],
    ['two at one port', { receivers: [...receivers, OtelReceiver.zipkin({ port: 4317 })] }, '"zipkin" and "otlp" both listen at port 4317. Use two different ports.'],
  ])('with %s is refused', (_, props, problem) => {
    expect(() => tracesWith(props)).toThrow(`CollectorConfig, pipeline "traces": ${problem}`);
  });

  test('is said once', () => {
    const config = new CollectorConfig();
    config.pipeline(Signal.TRACES, { receivers });
    expect(() => { config.pipeline(Signal.TRACES, { receivers }); }).toThrow('CollectorConfig, pipeline "traces": is already set. Set it once, or give one of the two a name.');
  });

  test('has no variable for two values', () => {
    const exporters = ['a', 'b'].map(name => OtelExporter.of('kafka', {}, { name, secrets: { KEY: secretValue(name) } }));
    expect(() => tracesWith({ exporters })).toThrow('"kafka/b" reads the variable KEY, which another component uses for something else. Give one of the two another name.');
  });
});

test.each<[string, CollectorConfigProps, string]>([
  ['a limit of a part of a mebibyte', { memoryLimit: Size.kibibytes(1500) }, 'CollectorConfig: memoryLimit cannot be 1500Ki. Use whole mebibytes, at least one.'],
  ['a spike above the limit', { memoryLimit: Size.mebibytes(100), memorySpikeLimit: Size.mebibytes(100) }, 'CollectorConfig: memorySpikeLimit is 100Mi of 100Mi, so nothing would be accepted. Set less, or leave it out.'],
  ['one port for both', { healthPort: 8888 }, 'CollectorConfig: healthPort and metricsPort are both 8888. Use two different ports.'],
  ['a port that is none', { healthPort: 0 }, 'CollectorConfig: healthPort: 0 is not a valid port. Use a whole number from 1 to 65535.'],
])('a configuration with %s is refused', (_, props, problem) => {
  expect(() => new CollectorConfig(props)).toThrow(problem);
});
