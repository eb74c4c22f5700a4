import { Chart } from 'cdk8s';
import { Istio, LogSink, MeshApp, MeshPlatform, TraceSink } from '../../../../lib';
import { knownHosts, sinkProblems, UsedSink } from '../../../../lib/mesh/private/telemetry/used-sinks';

const COLLECTOR = 'collector.observability.svc.cluster.local';
const OTEL = TraceSink.openTelemetry('otel', { host: COLLECTOR });
const LINES = LogSink.file('lines');

function traces(sink: TraceSink): UsedSink {
  return { kind: 'traces', sink: sink._traceSink() };
}

function logs(sink: LogSink): UsedSink {
  return { kind: 'logs', sink: sink._intent };
}

function appWithPlatform() {
  const app = new MeshApp({ mesh: Istio.mesh() });
  return { platform: new MeshPlatform(app, 'platform'), chart: new Chart(app, 'shop', { namespace: 'shop' }) };
}

describe('[F059] a sink that is named', () => {
  test.each<[string, UsedSink, string]>([
    ['traces', traces(TraceSink.fromName('jaeger')), 'shop/web: provider "jaeger" not defined: "platform" defines no sink for traces with this name, so there would be none. Known sinks for traces: "otel". Define it there: addTraceSink.'],
    ['traces, though it takes logs', traces(TraceSink.fromName('lines')), 'shop/web: provider "lines" not defined: "platform" defines no sink for traces with this name, so there would be none. Known sinks for traces: "otel". Define it there: addTraceSink.'],
    ['logs', logs(LogSink.file('json')), 'shop/web: provider "json" not defined: "platform" defines no sink for logs with this name, so there would be none. Known sinks for logs: "envoy", "lines". Define it there: addLogSink.'],
    ['traces with other details', traces(TraceSink.zipkin('otel', { host: COLLECTOR })), 'shop/web: has the sink "otel" with different options than "platform", where it is defined. Create one value, and use it in both places.'],
  ])('for %s has to be known', (_, used, problem) => {
    const { platform, chart } = appWithPlatform();
    platform.addTraceSink(OTEL);
    platform.addLogSink(LINES);
    expect(sinkProblems(chart, 'shop/web', [used])).toEqual([problem]);
  });

  test('is known with its details, by its name alone, or to nobody here', () => {
    const { platform, chart } = appWithPlatform();
    platform.addTraceSink(OTEL);
    expect(sinkProblems(chart, 'shop/web', [traces(OTEL), traces(TraceSink.fromName('otel'))])).toEqual([]);
    const alone = new Chart(new MeshApp({ mesh: Istio.mesh() }), 'shop');
    expect(sinkProblems(alone, 'shop/web', [traces(TraceSink.fromName('jaeger'))])).toEqual([]);
  });
});

describe('the hosts of sinks', () => {
  test('are those that are named, those of wider scopes, and those of the platform, each once', () => {
    const { platform, chart } = appWithPlatform();
    platform.addTraceSink(OTEL);
    platform.addLogSink(LINES);
    const wider = [traces(TraceSink.fromName('zipkin', { host: 'zipkin.example.com' })), logs(LINES)];
    expect(knownHosts(chart, 'shop/web', { own: [traces(OTEL)], wider })).toEqual([
      { host: COLLECTOR, namespace: 'observability' }, { host: 'zipkin.example.com', namespace: undefined },
    ]);
  });

  test('fails on one of which nobody knows it', () => {
    const { chart } = appWithPlatform();
    expect(() => knownHosts(chart, 'shop/web', { own: [traces(TraceSink.fromName('jaeger'))], wider: [] })).toThrow(new Error(
      'shop/web: may call only what it names, but the host of the sink "jaeger", which its proxies need, is not known here. Use TraceSink.fromName("jaeger", { host: "..." }).',
    ));
  });
});
