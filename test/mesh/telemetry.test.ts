import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Chart, Duration, Include } from 'cdk8s';
import { Telemetry as TelemetryObject } from '../../imports/telemetry.istio.io';
import {
  AppProtocol, ExternalService, GatewayApi, Istio, LogFilter, LogFormat, LogSink, MeshApp, MeshMetric, MeshNamespace, MeshPlatform, ObservedSide,
  Percent, Telemetry, TraceSink, TraceTag,
} from '../../lib';
import { edgeChart, edgeIn, objectsIn } from '../support/edge-chart';
import { temporaryFolder } from '../support/folder';
import { shopChart, specOf, webIn } from '../support/shop-chart';

const COLLECTOR = 'opentelemetry-collector.observability.svc.cluster.local';
const TRACES = TraceSink.openTelemetry('otel-tracing', { host: COLLECTOR });

const folder = temporaryFolder();

/** A platform, with the namespace `shop` and the service `web` in it. */
function shopWithPlatform() {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const platform = new MeshPlatform(app, 'platform');
  const namespace = platform.addNamespace('shop');
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  return { app, platform, namespace, chart, web: webIn(chart) };
}

function telemetriesOf(chart: Chart): any[] {
  return objectsIn(chart).filter(({ kind }) => kind === 'Telemetry');
}

test('[F058] [F059] the platform defines a sink and sends traces there, for all of the mesh', () => {
  const { platform } = shopWithPlatform();
  platform.telemetry.traceTo(
    TraceSink.openTelemetry('otel-tracing', { host: COLLECTOR, maxTagLength: 256, timeout: Duration.seconds(10), detectEnvironment: true }),
    { sampling: Percent.of(10) },
  );
  expect(telemetriesOf(platform)).toEqual([{
    apiVersion: 'telemetry.istio.io/v1',
    kind: 'Telemetry',
    metadata: { name: 'mesh-default', namespace: 'istio-system' },
    spec: { tracing: [{ providers: [{ name: 'otel-tracing' }], randomSamplingPercentage: 10 }] },
  }]);
  expect(platform.installValues).toEqual({
    meshConfig: {
      pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' },
      enableTracing: true,
      defaultConfig: { tracing: {} },
      extensionProviders: [{
        name: 'otel-tracing',
        opentelemetry: { service: COLLECTOR, port: 4317, maxTagLength: 256, grpc: { timeout: '10s' }, resourceDetectors: { environment: {} } },
      }],
    },
  });
});

test('[F081] all that is said of the mesh is in one object, whatever is said first', () => {
  const say = [
    (platform: MeshPlatform) => platform.telemetry.traceTo(TRACES),
    (platform: MeshPlatform) => platform.telemetry.logTo(LogSink.OUTPUT, { filter: LogFilter.errors() }),
    (platform: MeshPlatform) => platform.telemetry.changeMetric(MeshMetric.REQUEST_COUNT, { labels: { request_host: 'request.host' } }),
    (platform: MeshPlatform) => platform.telemetry.changeMetric(MeshMetric.ALL, { withoutLabels: ['request_protocol'], side: ObservedSide.SERVER }),
  ];
  const specs = [say, [...say].reverse()].map(verbs => {
    const { platform } = shopWithPlatform();
    verbs.forEach(verb => verb(platform));
    return JSON.stringify(telemetriesOf(platform).map(({ spec }) => spec));
  });
  expect(specs[0]).toBe(specs[1]);
  expect(JSON.parse(specs[0])).toEqual([{
    tracing: [{ providers: [{ name: 'otel-tracing' }] }],
    accessLogging: [{ providers: [{ name: 'envoy' }], filter: { expression: 'response.code >= 400' } }],
    metrics: [{
      overrides: [
        { match: { metric: 'ALL_METRICS', mode: 'SERVER' }, tagOverrides: { request_protocol: { operation: 'REMOVE' } } },
        { match: { metric: 'REQUEST_COUNT' }, tagOverrides: { request_host: { operation: 'UPSERT', value: 'request.host' } } },
      ],
    }],
  }]);
});

test('[F062] [F060] [F118] a namespace and a service have shares of their own, and name no sink', () => {
  const { platform, namespace, chart, web } = shopWithPlatform();
  platform.telemetry.traceTo(TRACES, { sampling: Percent.of(1) });
  namespace.telemetry.sample(Percent.of(10));
  web.telemetry.sample(Percent.of(100));
  expect(telemetriesOf(platform).map(({ metadata, spec }) => [metadata, spec.tracing])).toEqual([
    [{ name: 'namespace-default', namespace: 'shop' }, [{ randomSamplingPercentage: 10 }]],
    [{ name: 'mesh-default', namespace: 'istio-system' }, [{ providers: [{ name: 'otel-tracing' }], randomSamplingPercentage: 1 }]],
  ]);
  expect(specOf(chart, 'Telemetry')).toEqual({ selector: { matchLabels: { app: 'web' } }, tracing: [{ randomSamplingPercentage: 100 }] });
});

test('[F061] tags come from headers, environments and texts, and those of wider scopes stay', () => {
  const { platform, namespace, chart, web } = shopWithPlatform();
  web.telemetry.tag('version', TraceTag.literal('1.4.2'));
  namespace.telemetry.tag('cluster', TraceTag.environment('CLUSTER', 'k8s-cluster-1'));
  platform.telemetry.tag('user_id', TraceTag.header('x-user-id', 'anonymous'));
  platform.telemetry.tag('version', TraceTag.literal('none'));
  const userId = { header: { name: 'x-user-id', defaultValue: 'anonymous' } };
  const cluster = { environment: { name: 'CLUSTER', defaultValue: 'k8s-cluster-1' } };
  expect(specOf(chart, 'Telemetry').tracing).toEqual([{ customTags: { cluster, user_id: userId, version: { literal: { value: '1.4.2' } } } }]);
  expect(telemetriesOf(platform).map(({ spec }) => spec.tracing)).toEqual([
    [{ customTags: { cluster, user_id: userId, version: { literal: { value: 'none' } } } }],
    [{ customTags: { user_id: userId, version: { literal: { value: 'none' } } } }],
  ]);
});

test('[F079] [F080] a service logs errors alone, as JSON, to a sink that the platform defines', () => {
  const { platform, chart, web } = shopWithPlatform();
  const json = LogSink.file('json', { format: LogFormat.json() });
  platform.addLogSink(json);
  web.telemetry.logTo(json, { filter: LogFilter.errors(), side: ObservedSide.SERVER });
  expect(specOf(chart, 'Telemetry').accessLogging).toEqual([
    { match: { mode: 'SERVER' }, providers: [{ name: 'json' }], filter: { expression: 'response.code >= 400' } },
  ]);
  const [{ name, envoyFileAccessLog }] = (platform.installValues.meshConfig as any).extensionProviders;
  expect([name, envoyFileAccessLog.path, Object.keys(envoyFileAccessLog.logFormat.labels).length]).toEqual(['json', '/dev/stdout', 21]);
});

test.each<[Duration, string]>([[Duration.seconds(30), '30s'], [Duration.millis(1500), '1500ms']])('metrics of open connections are up to date each %s', (interval, text) => {
  const { platform, chart, web } = shopWithPlatform();
  web.telemetry.reportTcpEvery(interval);
  platform.telemetry.reportTcpEvery(Duration.seconds(15));
  platform.telemetry.changeMetric(MeshMetric.TCP_SENT, { disabled: true });
  expect(specOf(chart, 'Telemetry')).toEqual({ selector: { matchLabels: { app: 'web' } }, metrics: [{ reportingInterval: text }] });
  expect(telemetriesOf(platform).map(({ spec }) => spec.metrics)).toEqual([
    [{ reportingInterval: '15s', overrides: [{ match: { metric: 'TCP_SENT_BYTES' }, disabled: true }] }],
  ]);
});

test.each<[string, (telemetry: Telemetry) => void]>([
  ['logTo', telemetry => telemetry.logTo(LogSink.OUTPUT, { side: ObservedSide.SERVER })],
  ['changeMetric', telemetry => telemetry.changeMetric(MeshMetric.ALL, { labels: { a: 'b' }, side: ObservedSide.SERVER })],
])('fails on %s for the side of the called at a gateway, which is none', (verb, say) => {
  expect(() => say(edgeIn(edgeChart()).telemetry)).toThrow(new Error(
    `edge/edge, ${verb}: a gateway is the client of all requests that it forwards, so it has no data as a server. Use ObservedSide.CLIENT, or leave side out.`,
  ));
});

test('turns off what wider scopes say: of logs, of all sinks by their names', () => {
  const { platform, chart, web } = shopWithPlatform();
  platform.telemetry.logTo(LogSink.file('json', { format: LogFormat.json() }));
  platform.telemetry.logTo(LogSink.OUTPUT);
  web.telemetry.stopLogging();
  web.telemetry.stopTracing();
  expect(specOf(chart, 'Telemetry')).toMatchObject({
    tracing: [{ disableSpanReporting: true }], accessLogging: [{ disabled: true, providers: [{ name: 'envoy' }, { name: 'json' }] }],
  });
  const alone = shopChart();
  webIn(alone).telemetry.stopLogging();
  expect(specOf(alone, 'Telemetry').accessLogging).toEqual([{ disabled: true }]);
});

test('of gateways, it finds the pods by labels, and those of the Kubernetes Gateway API by name', () => {
  const chart = edgeChart();
  edgeIn(chart, { podNamespace: 'istio-system', podLabels: { istio: 'ingressgateway' } }).telemetry.sample(Percent.of(100));
  expect(telemetriesOf(chart)).toMatchObject([{
    metadata: { name: 'istio-ingress.edge', namespace: 'istio-system' }, spec: { selector: { matchLabels: { istio: 'ingressgateway' } } },
  }]);
  const other = edgeChart();
  edgeIn(other, { api: GatewayApi.KUBERNETES }).telemetry.sample(Percent.of(100));
  expect(telemetriesOf(other)[0].spec.targetRefs).toEqual([{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' }]);
});

test('the proxies of a service that says what it calls know the hosts of sinks', () => {
  const { platform, chart, web } = shopWithPlatform();
  const orders = webIn(new Chart(chart.node.scope!, 'orders', { namespace: 'orders' }), { serviceName: 'orders' });
  web.calls(orders);
  platform.telemetry.traceTo(TRACES);
  web.telemetry.logTo(LogSink.openTelemetry('logs', { host: 'logs.example.com' }));
  platform.addLogSink(LogSink.openTelemetry('logs', { host: 'logs.example.com' }));
  new ExternalService(chart, 'logs', { host: 'logs.example.com', port: 4317, protocol: AppProtocol.GRPC });
  expect(specOf(chart, 'Sidecar').egress).toEqual([
    { hosts: [`observability/${COLLECTOR}`, 'orders/orders.orders.svc.cluster.local', '*/logs.example.com', 'istio-system/*'] },
  ]);
});

test('fails on a sink whose host such a service would need, and nobody knows', () => {
  const chart = shopChart();
  const web = webIn(chart);
  web.telemetry.traceTo(TraceSink.fromName('otel-tracing'));
  expect(specOf(chart, 'Telemetry').tracing).toEqual([{ providers: [{ name: 'otel-tracing' }] }]);
  web.calls(webIn(new Chart(chart.node.scope!, 'orders', { namespace: 'orders' }), { serviceName: 'orders' }));
  expect(web.node.findChild('proxies').node.findChild('Default').node.validate()).toEqual([
    'shop/web: may call only what it names, but the host of the sink "otel-tracing", which its proxies need, is not known here. Use TraceSink.fromName("otel-tracing", { host: "..." }).',
  ]);
});

describe('a sink that is named', () => {
  test('[F059] and that the platform does not define is an error', () => {
    const { web } = shopWithPlatform();
    web.telemetry.traceTo(TraceSink.fromName('otel'));
    web.telemetry.logTo(LogSink.OUTPUT);
    expect(web.node.findChild('telemetry').node.validate()).toEqual([
      'shop/web: provider "otel" not defined: "platform" defines no sink for traces with this name, so there would be none. Known sinks for traces: none. Define it there: addTraceSink.',
    ]);
  });

  test('and that the platform defines otherwise is an error', () => {
    const { platform, web } = shopWithPlatform();
    platform.addTraceSink(TRACES);
    web.telemetry.traceTo(TraceSink.openTelemetry('otel-tracing', { host: 'other.example.com' }));
    expect(web.node.findChild('telemetry').node.validate()).toEqual([
      'shop/web: has the sink "otel-tracing" with different options than "platform", where it is defined. Create one value, and use it in both places.',
    ]);
  });
});

describe('one object for each scope', () => {
  test('[F081] fails on what somebody else says of a whole namespace', () => {
    const { app, platform, namespace, chart } = shopWithPlatform();
    platform.telemetry.sample(Percent.of(1));
    namespace.telemetry.sample(Percent.of(1));
    new TelemetryObject(chart, 'all', { metadata: { name: 'all' }, spec: {} });
    new TelemetryObject(chart, 'some', { metadata: { name: 'some' }, spec: { selector: { matchLabels: { app: 'other' } } } });
    expect(app.node.validate()).toEqual([
      'shop/all: Telemetry "all" configures telemetry for all of "shop", as "platform/shop" does, and the mesh reads only the older of the two. Set it there and leave this object out.',
    ]);
  });

  test('fails where two say it of the same pods', () => {
    const chart = edgeChart();
    edgeIn(chart, { podNamespace: 'istio-system' }).telemetry.sample(Percent.of(1));
    const app = chart.node.scope!;
    const other = edgeIn(new Chart(app, 'other', { namespace: 'other' }), { podNamespace: 'istio-system', hostnames: ['other.example.com'] });
    expect(() => other.telemetry.sample(Percent.of(1))).toThrow(new Error(
      'other/edge, sample: "edge/edge" configures telemetry for the same pods, and the mesh reads only one of the two. Set it there.',
    ));
  });

  test('fails on a root namespace that says what the platform says', () => {
    const { platform } = shopWithPlatform();
    const root: MeshNamespace = platform.addNamespace('istio-system');
    expect(() => root.telemetry.sample(Percent.of(1))).toThrow(new Error(
      'platform/istio-system, sample: settings of the root namespace "istio-system" apply to the whole mesh. Set them on the platform.',
    ));
  });
});

test.each<[string, (platform: MeshPlatform) => void, string]>([
  ['a share', ({ telemetry }) => { telemetry.sample(Percent.of(1)); telemetry.sample(Percent.of(2)); }, 'sample: which share of requests is traced is already set. Set it once, without contradictions.'],
  ['no traces', ({ telemetry }) => { telemetry.stopTracing(); telemetry.sample(Percent.of(2)); }, 'sample: stopTracing is already set. Set it once, without contradictions.'],
  ['no traces, late', ({ telemetry }) => { telemetry.sample(Percent.of(2)); telemetry.stopTracing(); }, 'stopTracing: sample is already set. Set it once, without contradictions.'],
  ['a sink', ({ telemetry }) => { telemetry.traceTo(TRACES); telemetry.traceTo(TRACES); }, 'traceTo: where traces go is already set. Set it once, without contradictions.'],
  ['a log', ({ telemetry }) => { telemetry.logTo(LogSink.OUTPUT); telemetry.logTo(LogSink.OUTPUT); }, 'logTo: the sink "envoy" is already set. Set it once, without contradictions.'],
  ['no log', ({ telemetry }) => { telemetry.stopLogging(); telemetry.logTo(LogSink.OUTPUT); }, 'logTo: stopLogging is already set. Set it once, without contradictions.'],
  ['no log, late', ({ telemetry }) => { telemetry.logTo(LogSink.OUTPUT); telemetry.stopLogging(); }, 'stopLogging: logTo is already set. Set it once, without contradictions.'],
  ['a tag', ({ telemetry }) => { telemetry.tag('a', TraceTag.literal('1')); telemetry.tag('a', TraceTag.literal('2')); }, 'tag: the tag "a" is already set. Set it once, without contradictions.'],
  ['a metric', ({ telemetry }) => { telemetry.changeMetric(MeshMetric.ALL, { disabled: false }); telemetry.changeMetric(MeshMetric.ALL, { disabled: true }); }, 'changeMetric: the metric "all" is already set. Set it once, without contradictions.'],
  ['an interval', ({ telemetry }) => { telemetry.reportTcpEvery(Duration.seconds(1)); telemetry.reportTcpEvery(Duration.seconds(1)); }, 'reportTcpEvery: an interval is already set. Set it once, without contradictions.'],
  ['no interval', ({ telemetry }) => telemetry.reportTcpEvery(Duration.millis(0)), 'reportTcpEvery: the interval cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.'],
  ['a name', ({ telemetry }) => telemetry.tag(' ', TraceTag.literal('1')), 'tag: the name is empty, which the mesh rejects. Set it, for example "user_id".'],
  ['too fine a share', ({ telemetry }) => telemetry.sample(Percent.of(0.001)), 'sample: 0.001 percent is too precise: the mesh supports hundredths of a percent. Use Percent.of(0.01) or more, with at most two decimals.'],
  ['all metrics off', ({ telemetry }) => { telemetry.changeMetric(MeshMetric.ALL, { disabled: true }); telemetry.changeMetric(MeshMetric.TCP_SENT, { disabled: false }); }, 'changeMetric: if all metrics are off, another change turns them on again. Turn off each metric by its name.'],
])('[F060] fails on %s that contradicts what was said, or cannot be', (_, say, problem) => {
  const { platform } = shopWithPlatform();
  expect(() => say(platform)).toThrow(new Error(`platform, ${problem}`));
});

test('[F081] fails on existing YAML that says it of a whole namespace', () => {
  const { app, namespace, chart } = shopWithPlatform();
  namespace.telemetry.sample(Percent.of(1));
  writeFileSync(path.join(folder.path, 'old.yaml'), 'apiVersion: telemetry.istio.io/v1\nkind: Telemetry\nmetadata: {name: old, namespace: shop}\nspec: {}\n');
  new Include(chart, 'old', { url: path.join(folder.path, 'old.yaml') });
  expect(app.node.validate()).toHaveLength(1);
});
