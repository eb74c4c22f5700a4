import { Istio, IstioRelease, LogFormat, LogSink, MeshApp, MeshPlatform } from '../../lib';

function platformIn(release = IstioRelease.V1_30): MeshPlatform {
  return new MeshPlatform(new MeshApp({ mesh: Istio.mesh({ release }) }), 'platform');
}

test.each<[LogSink, object]>([
  [LogSink.file('lines', { format: LogFormat.text('%PROTOCOL%'), path: '/var/log/requests' }), { name: 'lines', envoyFileAccessLog: { path: '/var/log/requests', logFormat: { text: '%PROTOCOL%\n' } } }],
  [LogSink.file('plain'), { name: 'plain', envoyFileAccessLog: { path: '/dev/stdout' } }],
  [LogSink.file('short', { omitEmptyValues: true, format: LogFormat.fields({ a: '%PROTOCOL%' }) }), { name: 'short', envoyFileAccessLog: { path: '/dev/stdout', omitEmptyValues: true, logFormat: { labels: { a: '%PROTOCOL%' } } } }],
  [
    LogSink.openTelemetry('otel', { host: 'logs.example.com', logName: 'requests', format: LogFormat.text('a\n') }),
    { name: 'otel', envoyOtelAls: { service: 'logs.example.com', port: 4317, logName: 'requests', logFormat: { text: 'a\n' } } },
  ],
  [
    LogSink.openTelemetry('line', { host: 'logs.example.com', format: LogFormat.text('a'), attributes: { status: '%RESPONSE_CODE%' } }),
    { name: 'line', envoyOtelAls: { service: 'logs.example.com', port: 4317, logFormat: { text: 'a\n', labels: { status: '%RESPONSE_CODE%' } } } },
  ],
  [
    LogSink.openTelemetry('attributes', { host: 'logs.example.com', port: 14_317, attributes: { status: '%RESPONSE_CODE%' } }),
    { name: 'attributes', envoyOtelAls: { service: 'logs.example.com', port: 14_317, logFormat: { labels: { status: '%RESPONSE_CODE%' } } } },
  ],
])('[F080] the mesh is told of files and collectors', (sink, provider) => {
  const platform = platformIn();
  platform.addLogSink(sink, { byDefault: true });
  expect(platform.installValues).toEqual({
    meshConfig: {
      extensionProviders: [provider],
      defaultProviders: { accessLogging: [sink.name], metrics: ['prometheus'] },
      pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' },
    },
  });
});

test('the output of proxies can be the default, and is told of by nobody', () => {
  const platform = platformIn();
  platform.addLogSink(LogSink.OUTPUT, { byDefault: true });
  expect(platform.installValues).toEqual({
    meshConfig: { defaultProviders: { accessLogging: ['envoy'], metrics: ['prometheus'] }, pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } },
  });
});

test.each<[string, (platform: MeshPlatform, sink: LogSink) => void]>([
  ['addLogSink', (platform, sink) => platform.addLogSink(sink)],
  ['logTo', (platform, sink) => platform.telemetry.logTo(sink)],
])('fails in %s on another sink with the name that Istio has for that output', (verb, say) => {
  for (const sink of [LogSink.file('envoy'), LogSink.openTelemetry('envoy', { host: 'logs.example.com' })]) {
    expect(() => say(platformIn(), sink)).toThrow(new Error(
      `platform, ${verb}: "envoy" is the built-in name for the standard output of proxies. Give the sink another name, or use LogSink.OUTPUT.`,
    ));
  }
});

test('[F080] fails on what the release does not have', () => {
  expect(() => platformIn(IstioRelease.V1_25).addLogSink(LogSink.file('short', { omitEmptyValues: true }))).toThrow(new Error(
    'platform, addLogSink: extensionProviders[0].envoyFileAccessLog.omitEmptyValues came with Istio 1.26, but the mesh is Istio 1.25. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_26 }).',
  ));
});

test.each<[string, () => unknown, string]>([
  ['a file', () => LogSink.file('a', { path: 'log' }), 'LogSink.file("a"): "log" is not an absolute file path. Use one such as "/dev/stdout".'],
  ['a name', () => LogSink.file('my sink'), 'LogSink.file("my sink"): "my sink" is not a valid sink name. Use letters, digits, and inner dots, hyphens and underscores, such as "otel-tracing".'],
  ['a host of a collector', () => LogSink.openTelemetry('a', { host: 'http://b' }), 'LogSink.openTelemetry("a"): "http://b" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
  ['a port', () => LogSink.openTelemetry('a', { host: 'a.example.com', port: 70_000 }), 'LogSink.openTelemetry("a"): 70000 is not a valid port. Use a whole number from 1 to 65535.'],
  ['an attribute', () => LogSink.openTelemetry('a', { host: 'a.example.com', attributes: { a: '' } }), 'LogSink.openTelemetry("a"): expected at least one attribute, each with a name and a value. Set them, for example { status: "%RESPONSE_CODE%" }, or leave them out.'],
  ['attribute that is said once', () => LogSink.openTelemetry('a', { host: 'a.example.com', attributes: { a: 'b' }, format: LogFormat.json() }), 'LogSink.openTelemetry("a"): the fields of the format are attributes, too. Pass all of them as attributes, and LogFormat.text for the line.'],
  ['a host', () => LogSink.fromName('a', { host: 'b' }), 'LogSink.fromName("a"): "b" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
])('fails on what is no %s', (_, make, problem) => {
  expect(make).toThrow(new Error(problem));
});
