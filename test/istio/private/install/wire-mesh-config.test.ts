import { Duration } from 'cdk8s';
import { meshConfig } from '../../../../lib';
import { IstioRelease } from '../../../../lib/istio/istio-release';
import { wireMeshConfig } from '../../../../lib/istio/private/install/wire-mesh-config';

const wire = (config: unknown, release = IstioRelease.V1_30) => wireMeshConfig(config as meshConfig.MeshConfig, release, 'platform');

test('[F006] it is written as Istio reads it: durations in seconds, enums by name, messages without fields as {}', () => {
  expect(wire({
    connectTimeout: Duration.millis(1500),
    accessLogEncoding: meshConfig.MeshConfigAccessLogEncoding.JSON,
    enableTracing: false,
    defaultConfig: { tracing: {}, concurrency: 0, proxyMetadata: { A: 'b' }, extraStatTags: ['x'] },
    extensionProviders: [{ name: 'log', envoyFileAccessLog: { logFormat: { labels: { method: '%REQ(:METHOD)%' } } } }],
    trustDomainAliases: undefined,
  })).toStrictEqual({
    connectTimeout: '1.5s',
    accessLogEncoding: 'JSON',
    enableTracing: false,
    defaultConfig: { tracing: {}, concurrency: 0, proxyMetadata: { A: 'b' }, extraStatTags: ['x'] },
    extensionProviders: [{ name: 'log', envoyFileAccessLog: { logFormat: { labels: { method: '%REQ(:METHOD)%' } } } }],
  });
});

test.each([
  [{ enableTracin: true }, 'enableTracin is unknown to Istio, which would ignore it. Did you mean "enableTracing"?'],
  [{ constructor: {} }, 'constructor is unknown to Istio, which would ignore it. Known: '],
  [{ defaultConfig: { proxyHeaders: { server: { on: true } } } }, 'defaultConfig.proxyHeaders.server.on is unknown to Istio, which would ignore it. Known: disabled, value.'],
  [{ accessLogEncoding: 'YAML' }, 'accessLogEncoding is "YAML", expected one of TEXT, JSON. Use one of them.'],
  [{ connectTimeout: '10s' }, 'connectTimeout is "10s", expected a Duration. Use one such as Duration.seconds(10).'],
  [{ enableTracing: 'yes' }, 'enableTracing is "yes", but Istio expects a boolean. Use one.'],
  [{ defaultConfig: 'x' }, 'defaultConfig is "x", but Istio expects an object. Use { configPath }.'],
  [{ trustDomainAliases: 'x' }, 'trustDomainAliases is "x", but Istio expects a list. Put it into [ ].'],
  [{ defaultConfig: { proxyMetadata: ['x'] } }, 'defaultConfig.proxyMetadata is ["x"], but Istio expects names with values. Put it into { }.'],
  [{ defaultConfig: { proxyMetadata: { A: 1 } } }, 'defaultConfig.proxyMetadata.A is 1, but Istio expects a string. Use one.'],
  [{ extensionProviders: [{ envoyFileAccessLog: { logFormat: { labels: 'x' } } }] }, 'extensionProviders[0].envoyFileAccessLog.logFormat.labels is "x", but Istio expects an object. Use one.'],
  [{ extensionProviders: [{ zipkin: {}, datadog: {} }] }, 'extensionProviders[0] has zipkin and datadog, but Istio accepts only one of them. Leave out all but one.'],
  [[], 'it is [], but Istio expects an object. Use { proxyListenPort }.'],
])('[F006] fails on %j, which only programs without types can say', (config, problem) => {
  expect(() => wire(config)).toThrow(`platform: ${problem}`);
});

test.each([
  ['1.26', { envoyFileAccessLog: { omitEmptyValues: true } }, 'envoyFileAccessLog.omitEmptyValues', IstioRelease.V1_25],
  ['1.28', { zipkin: { traceContextOption: 'USE_B3' } }, 'zipkin.traceContextOption', IstioRelease.V1_27],
  ['1.30', { opentelemetry: { serviceAttributeEnrichment: 'ISTIO_CANONICAL' } }, 'opentelemetry.serviceAttributeEnrichment', IstioRelease.V1_29],
])('[F006] what came with Istio %s is refused before: %j', (since, provider, path, release) => {
  expect(() => wire({ extensionProviders: [provider] }, since as IstioRelease)).not.toThrow();
  expect(() => wire({ extensionProviders: [provider] }, release)).toThrow(new Error(
    `platform: extensionProviders[0].${path} came with Istio ${since}, but the mesh is Istio ${release}. Leave it out, or use Istio.mesh({ release: IstioRelease.V${since.replace('.', '_')} }).`,
  ));
});
