import { Istio, LogSink, MeshApp, MeshPlatform, SinkOptions, TraceSink } from '../../lib';

const TRACES = TraceSink.openTelemetry('otel-tracing', { host: 'collector.example.com' });
const LOGS = LogSink.file('lines');

function meshConfigWith(say: (platform: MeshPlatform) => void): any {
  const platform = new MeshPlatform(new MeshApp({ mesh: Istio.mesh() }), 'platform');
  say(platform);
  return platform.installValues.meshConfig;
}

test.each<[SinkOptions | undefined]>([[undefined], [{}], [{ byDefault: false }]])('a sink is a default only if that is said, not by %j', options => {
  const { defaultProviders } = meshConfigWith(platform => {
    platform.addTraceSink(TRACES, options);
    platform.addLogSink(LOGS, options);
  });
  expect(defaultProviders).toBeUndefined();
});

test('[F059] defaults take all of which nothing is said, and metrics stay', () => {
  const { defaultProviders } = meshConfigWith(platform => {
    platform.addLogSink(LOGS, { byDefault: true });
    platform.addTraceSink(TRACES, { byDefault: true });
    platform.addLogSink(LogSink.OUTPUT, { byDefault: true });
  });
  expect(defaultProviders).toEqual({ tracing: ['otel-tracing'], accessLogging: ['envoy', 'lines'], metrics: ['prometheus'] });
});
