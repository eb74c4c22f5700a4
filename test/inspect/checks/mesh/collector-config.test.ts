import { collectorConfigCheck } from '../../../../lib/inspect/checks/mesh/collector-config';
import { documents, flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';

const checks = [collectorConfigCheck];

interface Config {
  readonly exporters?: string;
  readonly pipeline?: string;
  readonly service?: string;
  readonly more?: string;
}

const OTLP = 'otlp: {endpoint: "jaeger:4317"}';

function config({ exporters = OTLP, pipeline = 'receivers: [otlp], exporters: [otlp]', service = '', more = '' }: Config): string {
  return `{receivers: {otlp: {}}, exporters: {${exporters}}, processors: {batch: null, memory_limiter: {}}, ${more}, service: {pipelines: {traces: {${pipeline}}}, ${service}}}`
    .replace(', ,', ',');
}

const mapped = (text: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {namespace: obs, name: config}\ndata:\n  config.yaml: |\n    ${text}`;
const collector = (image: string, volume = 'configMap: {name: config}'): string => flowObject('apps/v1', 'Deployment', ['obs/collector',
  `template: {spec: {containers: [{name: c, image: "${image}", volumeMounts: [{name: v, mountPath: /etc}]}], volumes: [{name: v, ${volume}}]}}`]);

const of = (parts: Config, image = 'otel/opentelemetry-collector:0.100.0'): unknown[][] => (
  judge(documents(mapped(config(parts)), collector(image)), { checks }).findings.map(({ severity, path, message }) => [severity, path, message])
);

const PIPELINE = 'data["config.yaml"].service.pipelines.traces';

test('an exporter that the version does not have is found where it is defined', () => {
  expect(of({ exporters: `${OTLP}, jaeger/one: {}` })).toEqual([
    ['error', 'data["config.yaml"].exporters["jaeger/one"]', 'the exporter jaeger was removed from the collector in 0.85, so it does not start'],
  ]);
});

test('the exporter logging is a warning before it is an error', () => {
  const logging = { exporters: `${OTLP}, logging: {}` };
  const message = 'the exporter logging was removed from the collector in 0.111, so it does not start';
  expect([of(logging), of(logging, 'otel/opentelemetry-collector-contrib:0.111.0')].map(([[severity, , text]]) => [severity, text])).toEqual([
    ['warning', 'the exporter logging is deprecated, and removed in 0.111'],
    ['error', message],
  ]);
});

test('so is what is called otherwise now', () => {
  expect(of({ exporters: `${OTLP}, debug: {loglevel: debug}`, more: 'connectors: {a: {}}' }, 'ghcr.io/x/opentelemetry-collector-k8s:v0.144.1@sha256:1')).toEqual([
    ['warning', 'data["config.yaml"].exporters.debug.loglevel', 'loglevel is deprecated: use verbosity'],
    ['warning', 'data["config.yaml"].exporters.otlp', 'the exporter otlp was renamed to otlp_grpc in 0.144'],
  ]);
});

test('the receiver opencensus is a warning', () => {
  const yaml = mapped(config({}).replace('otlp: {}', 'otlp: {}, opencensus: {}'));
  expect(judge(documents(yaml, collector('otel/opentelemetry-collector:0.100.0')), { checks }).findings.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', 'the receiver opencensus is deprecated, as OpenCensus is'],
  ]);
});

test.each([
  ['a receiver', 'receivers: [zipkin], exporters: [otlp]', `${PIPELINE}.receivers[0]`, 'zipkin is not defined in receivers and connectors, so the collector does not start'],
  ['a processor', 'receivers: [otlp], processors: [filter], exporters: [otlp]', `${PIPELINE}.processors[0]`, 'filter is not defined in processors, so the collector does not start'],
  ['an exporter', 'receivers: [otlp], exporters: [debug]', `${PIPELINE}.exporters[0]`, 'debug is not defined in exporters and connectors, so the collector does not start'],
  ['the limiter after others', 'receivers: [otlp], processors: [batch, memory_limiter], exporters: [otlp]', `${PIPELINE}.processors[1]`,
    'memory_limiter comes after other processors, which use memory before it can refuse data'],
])('a pipeline with %s that it cannot have is found', (_, pipeline, path, message) => {
  expect(of({ pipeline })).toEqual([['error', path, message]]);
});

test('so is an extension', () => {
  expect(of({ service: 'extensions: [health_check]' })).toEqual([
    ['error', 'data["config.yaml"].service.extensions[0]', 'health_check is not defined in extensions, so the collector does not start'],
  ]);
});

test('an OpenTelemetryCollector holds its config as a mapping or as a text, and its operator brings the newest collector', () => {
  const object = (spec: string): string => flowObject('opentelemetry.io/v1beta1', 'OpenTelemetryCollector', ['obs/c', spec]);
  const jaeger = config({ exporters: `${OTLP}, jaeger: {}` });
  const mapping = object(`config: ${jaeger}, image: "otel/opentelemetry-collector:0.100.0"`);
  const text = object(`config: '${jaeger}', image: "otel/opentelemetry-collector:0.100.0"`);
  expect([mapping, text].map(yaml => judge(yaml, { checks }).findings.map(({ path }) => path))).toEqual([['spec.config.exporters.jaeger'], ['spec.config.exporters.jaeger']]);
  expect(judge(object(`config: ${jaeger}`), { checks }).findings.map(({ severity }) => severity)).toEqual(['error', 'warning']);
  expect(found(object(`config: ${jaeger}, image: "example.com/collector:1"`), { checks })).toEqual([]);
});

test.each([
  ['a config of parts that are there', of({ pipeline: 'receivers: [otlp, join], processors: [memory_limiter, batch], exporters: [otlp, join]', more: 'connectors: {join: {}}' })],
  ['an exporter of a collector that somebody else built', of({ exporters: `${OTLP}, jaeger: {}` }, 'quay.io/splunk/splunk-otel-collector:0.100.0')],
  ['an exporter of another program', of({ exporters: 'jaeger: {}', pipeline: '' }, 'nginx:1.25')],
  ['an exporter that the version has', of({ exporters: `${OTLP}, jaeger: {}` }, 'otel/opentelemetry-collector:0.84.0')],
])('nothing is said of %s', (_, findings) => {
  expect(findings).toEqual([]);
});

test.each([
  ['that nobody mounts', mapped(config({ pipeline: 'receivers: [zipkin]' }))],
  ['of something else', documents(mapped('{receivers: [a], exporters: {}, service: {}}'), collector('otel/opentelemetry-collector:0.100.0'))],
  ['that is no YAML', documents(mapped('{{'), collector('otel/opentelemetry-collector:0.100.0'))],
])('nothing is said of a ConfigMap %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('a ConfigMap may be mounted among others', () => {
  const projected = collector('otel/opentelemetry-collector:0.100.0', 'projected: {sources: [{secret: {name: a}}, {configMap: {name: config}}]}');
  expect(found(documents(mapped(config({ pipeline: 'receivers: [zipkin]' })), projected), { checks })).toHaveLength(1);
});
