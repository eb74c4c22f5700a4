import { Chart, Duration } from 'cdk8s';
import {
  DataPlaneMode, Istio, IstioInstall, IstioProfile, IstioRelease, Linkerd, MeshApp, MeshPlatform, OpenTelemetrySinkProps, Percent, TraceSampler,
  TraceSink, ZipkinSinkProps,
} from '../../lib';
import { webIn } from '../support/shop-chart';

const HOST = 'opentelemetry-collector.observability.svc.cluster.local';

function platformIn(mesh = Istio.mesh()): MeshPlatform {
  return new MeshPlatform(new MeshApp({ mesh }), 'platform');
}

/** What the mesh configuration says of a sink. */
function providerOf(sink: TraceSink): unknown {
  const platform = platformIn();
  platform.addTraceSink(sink);
  return (platform.installValues.meshConfig as any).extensionProviders[0];
}

test.each<[string, OpenTelemetrySinkProps, object]>([
  ['gRPC', { host: HOST }, { service: HOST, port: 4317 }],
  [
    'gRPC, with all that can be said', { host: HOST, port: 14_317, timeout: Duration.millis(1500), headers: { 'x-team': 'shop' }, semanticConventions: true },
    { service: HOST, port: 14_317, grpc: { timeout: '1.5s', initialMetadata: [{ name: 'x-team', value: 'shop' }] }, serviceAttributeEnrichment: 'OTEL_SEMANTIC_CONVENTIONS' },
  ],
  [
    'HTTP, with the time that Istio promises and leaves out', { host: HOST, path: '/v1/traces' },
    { service: HOST, port: 4318, http: { path: '/v1/traces', timeout: '3s' } },
  ],
  [
    'HTTP, with headers, and a sampler that is asked there', { host: HOST, path: '/v1/traces', headers: { 'x-team': 'shop' }, detectDynatrace: true, sampler: TraceSampler.dynatrace({ tenant: 'abc12345', clusterId: -7 }) },
    {
      service: HOST, port: 4318, http: { path: '/v1/traces', timeout: '3s', headers: [{ name: 'x-team', value: 'shop' }] }, resourceDetectors: { dynatrace: {} },
      dynatraceSampler: { tenant: 'abc12345', clusterId: -7 },
    },
  ],
  [
    'HTTP, with all that can be said', { host: HOST, path: '/v1/traces', timeout: Duration.seconds(10), maxTagLength: 256, detectEnvironment: true },
    { service: HOST, port: 4318, maxTagLength: 256, http: { path: '/v1/traces', timeout: '10s' }, resourceDetectors: { environment: {} } },
  ],
])('[F058] OpenTelemetry over %s', (_, props, opentelemetry) => {
  expect(providerOf(TraceSink.openTelemetry('otel-tracing', props))).toEqual({ name: 'otel-tracing', opentelemetry });
});

test.each<[ZipkinSinkProps, object]>([
  [{ host: 'zipkin.istio-system.svc.cluster.local' }, { service: 'zipkin.istio-system.svc.cluster.local', port: 9411 }],
  [
    { host: 'zipkin.example.com', port: 80, path: '/spans', shortTraceIds: true, w3c: true, maxTagLength: 64 },
    { service: 'zipkin.example.com', port: 80, path: '/spans', enable64bitTraceId: true, traceContextOption: 'USE_B3_WITH_W3C_PROPAGATION', maxTagLength: 64 },
  ],
  [
    { host: 'zipkin.example.com', timeout: Duration.seconds(5), headers: { 'x-team': 'shop' } },
    { service: 'zipkin.example.com', port: 9411, timeout: '5s', headers: [{ name: 'x-team', value: 'shop' }] },
  ],
])('[F063] Zipkin is an address of a host and a port', (props, zipkin) => {
  expect(providerOf(TraceSink.zipkin('zipkin', props))).toEqual({ name: 'zipkin', zipkin });
});

test.each<[string, () => TraceSink, string]>([
  ['a scheme', () => TraceSink.zipkin('zipkin', { host: 'http://zipkin.example.com' }), 'TraceSink.zipkin("zipkin"): "http://zipkin.example.com" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
  ['a path', () => TraceSink.zipkin('zipkin', { host: 'zipkin.example.com/api' }), 'TraceSink.zipkin("zipkin"): "zipkin.example.com/api" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
  ['a short name', () => TraceSink.openTelemetry('otel', { host: 'collector' }), 'TraceSink.openTelemetry("otel"): "collector" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
  ['hosts below one', () => TraceSink.fromName('otel', { host: '*.example.com' }), 'TraceSink.fromName("otel"): "*.example.com" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
  ['no port', () => TraceSink.openTelemetry('otel', { host: HOST, port: 0 }), 'TraceSink.openTelemetry("otel"): 0 is not a valid port. Use a whole number from 1 to 65535.'],
  ['no path', () => TraceSink.openTelemetry('otel', { host: HOST, path: 'v1' }), 'TraceSink.openTelemetry("otel"): "v1" is not a path. Begin it with a slash, such as "/v1/traces".'],
  ['no name', () => TraceSink.fromName('my sink'), 'TraceSink.fromName("my sink"): "my sink" is not a valid sink name. Use letters, digits, and inner dots, hyphens and underscores, such as "otel-tracing".'],
  ['no length', () => TraceSink.openTelemetry('otel', { host: HOST, maxTagLength: 0 }), 'TraceSink.openTelemetry("otel"): maxTagLength cannot be 0. Use a whole number from 1 to 2147483647.'],
  ['no time', () => TraceSink.openTelemetry('otel', { host: HOST, timeout: Duration.millis(0) }), 'TraceSink.openTelemetry("otel"): timeout cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.'],
  ['no header', () => TraceSink.openTelemetry('otel', { host: HOST, headers: { 'a b': 'c' } }), 'TraceSink.openTelemetry("otel"): "a b" is not a header name. Use one such as "x-team".'],
  ['no header of Zipkin', () => TraceSink.zipkin('zipkin', { host: HOST, headers: { 'x-team': '' } }), 'TraceSink.zipkin("zipkin"): the header "x-team" has an invalid value: "". Use one line of text, or leave the header out.'],
  ['two lines', () => TraceSink.openTelemetry('otel', { host: HOST, headers: { 'x-team': 'a\nb' } }), 'TraceSink.openTelemetry("otel"): the header "x-team" has an invalid value: "a\\nb". Use one line of text, or leave the header out.'],
  ['no time of Zipkin', () => TraceSink.zipkin('zipkin', { host: HOST, timeout: Duration.millis(0) }), 'TraceSink.zipkin("zipkin"): timeout cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.'],
  ['a sampler of which nobody knows where it is', () => TraceSink.openTelemetry('otel', { host: HOST, sampler: TraceSampler.dynatrace({ tenant: 'abc12345', clusterId: 1 }) }), 'TraceSink.openTelemetry("otel"): the sampler is queried over HTTP at the address of the traces, but they are sent over gRPC. Set the host of the sampler, or a path of the sink.'],
])('[F063] fails on %s', (_, make, problem) => {
  expect(make).toThrow(new Error(problem));
});

test('[F064] there are no words for tracers that Istio has removed, in either place', () => {
  const factories = Object.getOwnPropertyNames(TraceSink).filter(name => typeof Reflect.get(TraceSink, name) === 'function');
  expect(factories.sort()).toEqual(['fromName', 'openTelemetry', 'zipkin']);
  const install = IstioInstall.of(platformIn());
  for (const wrong of [
    { defaultConfig: { tracing: { openCensusAgent: {} } } }, { extensionProviders: [{ name: 'a', opencensus: {} }] }, { extensionProviders: [{ name: 'a', lightstep: {} }] },
    { extensionProviders: [{ name: 'a', opentelemetry: { endpoint: 'a' } }] }, { extensionProviders: [{ name: 'a', openTelemetryProtocol: {} }] },
  ]) {
    expect(() => install.meshConfig(wrong as object)).toThrow(/ is unknown to Istio, which would ignore it\. /);
  }
});

test.each<[TraceSink, IstioRelease, string]>([
  [TraceSink.openTelemetry('otel', { host: HOST, semanticConventions: true }), IstioRelease.V1_29, 'opentelemetry.serviceAttributeEnrichment came with Istio 1.30, but the mesh is Istio 1.29. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_30 }).'],
  [TraceSink.zipkin('otel', { host: HOST, timeout: Duration.seconds(1) }), IstioRelease.V1_28, 'zipkin.timeout came with Istio 1.29, but the mesh is Istio 1.28. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_29 }).'],
  [TraceSink.zipkin('otel', { host: HOST, headers: { a: 'b' } }), IstioRelease.V1_28, 'zipkin.headers came with Istio 1.29, but the mesh is Istio 1.28. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_29 }).'],
  [TraceSink.zipkin('otel', { host: HOST, w3c: true }), IstioRelease.V1_27, 'zipkin.traceContextOption came with Istio 1.28, but the mesh is Istio 1.27. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_28 }).'],
])('[F058] fails on what the release does not have, as if nothing was said', (sink, release, problem) => {
  const platform = platformIn(Istio.mesh({ release }));
  expect(() => platform.addTraceSink(sink)).toThrow(new Error(`platform, addTraceSink: extensionProviders[0].${problem}`));
  expect(platform.installValues).toEqual({ meshConfig: { pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } } });
});

test('[F059] one can take all of which nothing is said, and metrics are still measured', () => {
  const platform = platformIn();
  platform.addTraceSink(TraceSink.openTelemetry('otel-tracing', { host: HOST }), { byDefault: true });
  expect(platform.installValues.meshConfig).toMatchObject({ defaultProviders: { tracing: ['otel-tracing'], metrics: ['prometheus'] } });
});

test('fails on one that has the name of another, or only a name', () => {
  const platform = platformIn();
  platform.addTraceSink(TraceSink.openTelemetry('otel', { host: HOST }));
  platform.addTraceSink(TraceSink.openTelemetry('otel', { host: HOST }));
  expect(() => platform.addTraceSink(TraceSink.zipkin('otel', { host: HOST }))).toThrow(
    new Error('platform, addTraceSink: there is already a sink "otel" with different options. Create one value, or give each its own name.'),
  );
  expect(() => platform.addTraceSink(TraceSink.fromName('jaeger'))).toThrow(new Error(
    'platform, addTraceSink: only the name of "jaeger" is known here, which is not enough to configure the mesh. Set where it is: TraceSink.openTelemetry or LogSink.file, or leave this out.',
  ));
});

test.each<[string, (platform: MeshPlatform) => void, string[]]>([
  ['the mesh configuration of Istio', platform => IstioInstall.of(platform).meshConfig({ extensionProviders: [{ name: 'jaeger', zipkin: { service: 'a/b.example.com', port: 1 } }] }), []],
  ['the profile "demo"', platform => IstioInstall.of(platform).profile(IstioProfile.DEMO), []],
  ['nobody', () => {}, ['platform: provider "jaeger" not defined: "platform" defines no sink for traces with this name, so there would be none. Known sinks for traces: none. Define it there: addTraceSink.']],
])('[F059] one that is named is known from %s, or it is an error', (_, say, problems) => {
  const platform = platformIn();
  say(platform);
  platform.telemetry.traceTo(TraceSink.fromName('jaeger'));
  expect(platform.node.findChild('telemetry').node.validate()).toEqual(problems);
});

test('fails for Linkerd, and in ambient mode only for what sidecars would do', () => {
  const linkerd = platformIn(Linkerd.mesh());
  const nearest = 'Set it in the values of the Helm chart linkerd-control-plane, such as proxy.tracing and proxy.accessLog, or use Istio.mesh().';
  expect(() => linkerd.addTraceSink(TraceSink.openTelemetry('otel', { host: HOST }))).toThrow(
    new Error(`platform, addTraceSink: where traces and logs go cannot be rendered for Linkerd. ${nearest}`),
  );
  expect(() => linkerd.telemetry.stopTracing()).toThrow(new Error(`platform/telemetry/Default: what is seen of requests cannot be rendered for Linkerd. ${nearest}`));
  const ambient = platformIn(Istio.mesh({ mode: DataPlaneMode.AMBIENT }));
  ambient.telemetry.traceTo(TraceSink.openTelemetry('otel', { host: HOST }));
  expect(ambient.node.validate()).toEqual([]);
});

test('fails in ambient mode for a service, whose pods have no proxy', () => {
  const chart = new Chart(new MeshApp({ mesh: Istio.mesh({ mode: DataPlaneMode.AMBIENT }) }), 'shop', { namespace: 'shop' });
  const web = webIn(chart);
  web.telemetry.sample(Percent.of(10));
  expect(web.node.findAll().flatMap(({ node }) => node.validate())).toEqual([
    'shop/web/telemetry/Default: what is seen of requests for a service cannot be rendered for Istio 1.30 in ambient mode. Such pods have no proxy of their own, and the node proxies see no requests. Set it on the namespace, with a waypoint in it, or run sidecars: leave out DataPlaneMode.AMBIENT.',
  ]);
});
