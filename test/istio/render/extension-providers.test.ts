import { Duration } from 'cdk8s';
import { sinksConfig } from '../../../lib/istio/render/extension-providers';
import type { FileLogIntent, OtlpIntent, OtlpLogIntent, SinksIntent, ZipkinIntent } from '../../../lib/mesh/private/telemetry/telemetry-intent';

const NONE: SinksIntent = { traces: [], logs: [], byDefault: { traces: [], logs: [] } };
const ADDRESS = { host: 'collector.example.com', port: 4317 };
const SERVICE = { service: 'collector.example.com', port: 4317 };

test('[F058] nothing is said of no sinks', () => {
  expect(Object.values(sinksConfig(NONE)).filter(value => value !== undefined)).toEqual([]);
});

test('[F063] with a sink for traces, the tracer that Istio has by itself is off', () => {
  const { enableTracing, defaultConfig } = sinksConfig({ ...NONE, traces: [{ name: 'otel', definition: { kind: 'opentelemetry', address: ADDRESS } }] });
  expect([enableTracing, defaultConfig]).toEqual([true, { tracing: {} }]);
});

test.each<[string, SinksIntent['byDefault'], object]>([
  ['traces', { traces: ['otel'], logs: [] }, { tracing: ['otel'], metrics: ['prometheus'] }],
  ['logs', { traces: [], logs: ['envoy'] }, { accessLogging: ['envoy'], metrics: ['prometheus'] }],
])('[F059] a default for %s keeps metrics', (_, byDefault, defaultProviders) => {
  expect(sinksConfig({ ...NONE, byDefault }).defaultProviders).toEqual(defaultProviders);
});

test.each<[Partial<OtlpIntent>, object]>([
  [{}, {}],
  [{ timeout: Duration.seconds(1) }, { grpc: { timeout: Duration.seconds(1) } }],
  [{ headers: { a: 'b' } }, { grpc: { initialMetadata: [{ name: 'a', value: 'b' }] } }],
  [{ headers: {} }, {}],
  [{ path: '/' }, { http: { path: '/', timeout: Duration.seconds(3) } }],
  [{ path: '/', headers: { a: 'b' }, timeout: Duration.seconds(1) }, { http: { path: '/', timeout: Duration.seconds(1), headers: [{ name: 'a', value: 'b' }] } }],
  [{ detectEnvironment: true, detectDynatrace: false }, { resourceDetectors: { environment: {} } }],
  [{ detectEnvironment: true, detectDynatrace: true }, { resourceDetectors: { environment: {}, dynatrace: {} } }],
  [{ semanticConventions: false }, {}],
  [{ semanticConventions: true }, { serviceAttributeEnrichment: 'OTEL_SEMANTIC_CONVENTIONS' }],
  [{ sampler: { tenant: 'a', clusterId: 0 } }, { dynatraceSampler: { tenant: 'a', clusterId: 0 } }],
])('[F058] OpenTelemetry with %j', (said, fields) => {
  const definition: OtlpIntent = { kind: 'opentelemetry', address: ADDRESS, ...said };
  expect(sinksConfig({ ...NONE, traces: [{ name: 'otel', definition }] }).extensionProviders).toEqual([{ name: 'otel', opentelemetry: { ...SERVICE, ...fields } }]);
});

test.each<[Partial<ZipkinIntent>, object]>([
  [{}, {}],
  [{ shortTraceIds: false, w3c: false }, {}],
  [{ shortTraceIds: true, w3c: true }, { enable64bitTraceId: true, traceContextOption: 'USE_B3_WITH_W3C_PROPAGATION' }],
  [{ path: '/', timeout: Duration.seconds(1), headers: { a: 'b' } }, { path: '/', timeout: Duration.seconds(1), headers: [{ name: 'a', value: 'b' }] }],
])('[F063] Zipkin with %j', (said, fields) => {
  const definition: ZipkinIntent = { kind: 'zipkin', address: ADDRESS, ...said };
  expect(sinksConfig({ ...NONE, traces: [{ name: 'zipkin', definition }] }).extensionProviders).toEqual([{ name: 'zipkin', zipkin: { ...SERVICE, ...fields } }]);
});

test.each<[FileLogIntent | OtlpLogIntent, object]>([
  [{ kind: 'file', path: '/dev/stdout' }, { envoyFileAccessLog: { path: '/dev/stdout' } }],
  [{ kind: 'file', path: '/a', omitEmpty: false, format: { text: 'a\n' } }, { envoyFileAccessLog: { path: '/a', omitEmptyValues: false, logFormat: { text: 'a\n' } } }],
  [{ kind: 'opentelemetry-log', address: ADDRESS }, { envoyOtelAls: SERVICE }],
  [{ kind: 'opentelemetry-log', address: ADDRESS, logName: 'a', format: { fields: { a: 'b' } } }, { envoyOtelAls: { ...SERVICE, logName: 'a', logFormat: { labels: { a: 'b' } } } }],
  [{ kind: 'opentelemetry-log', address: ADDRESS, format: { text: 'a\n' }, attributes: { a: 'b' } }, { envoyOtelAls: { ...SERVICE, logFormat: { text: 'a\n', labels: { a: 'b' } } } }],
])('[F080] logs of %j', (definition, provider) => {
  expect(sinksConfig({ ...NONE, logs: [{ name: 'logs', definition }] }).extensionProviders).toEqual([{ name: 'logs', ...provider }]);
});
