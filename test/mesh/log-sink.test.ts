import { Istio, IstioRelease, LogFilter, LogFormat, LogSink, MeshApp, MeshPlatform } from '../../lib';

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
    meshConfig: { extensionProviders: [provider], defaultProviders: { accessLogging: [sink.name], metrics: ['prometheus'] } },
  });
});

test('[F080] JSON has 21 fields', () => {
  const platform = platformIn();
  platform.addLogSink(LogSink.file('json', { format: LogFormat.json() }));
  const [{ envoyFileAccessLog }] = (platform.installValues.meshConfig as any).extensionProviders;
  expect(Object.entries(envoyFileAccessLog.logFormat.labels).map(([name, value]) => `${name} ${value}`).sort()).toEqual([
    'authority %REQ(:AUTHORITY)%', 'bytes_received %BYTES_RECEIVED%', 'bytes_sent %BYTES_SENT%', 'downstream_local_address %DOWNSTREAM_LOCAL_ADDRESS%',
    'downstream_remote_address %DOWNSTREAM_REMOTE_ADDRESS%', 'duration %DURATION%', 'method %REQ(:METHOD)%', 'path %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%',
    'protocol %PROTOCOL%', 'request_id %REQ(X-REQUEST-ID)%', 'requested_server_name %REQUESTED_SERVER_NAME%', 'response_code %RESPONSE_CODE%',
    'response_flags %RESPONSE_FLAGS%', 'route_name %ROUTE_NAME%', 'timestamp %START_TIME%', 'upstream_cluster %UPSTREAM_CLUSTER%', 'upstream_host %UPSTREAM_HOST%',
    'upstream_local_address %UPSTREAM_LOCAL_ADDRESS%', 'upstream_service_time %RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%', 'user_agent %REQ(USER-AGENT)%',
    'x_forwarded_for %REQ(X-FORWARDED-FOR)%',
  ]);
});

test('the output of proxies can be the default, and is told of by nobody', () => {
  const platform = platformIn();
  platform.addLogSink(LogSink.OUTPUT, { byDefault: true });
  expect(platform.installValues).toEqual({ meshConfig: { defaultProviders: { accessLogging: ['envoy'], metrics: ['prometheus'] } } });
});

test('[F080] fails on what the release does not have', () => {
  expect(() => platformIn(IstioRelease.V1_25).addLogSink(LogSink.file('short', { omitEmptyValues: true }))).toThrow(new Error(
    'platform, addLogSink: extensionProviders[0].envoyFileAccessLog.omitEmptyValues came with Istio 1.26, and the mesh is Istio 1.25. Leave it out, or say Istio.mesh({ release: IstioRelease.V1_26 }).',
  ));
});

test.each<[string, () => unknown, string]>([
  ['a file', () => LogSink.file('a', { path: 'log' }), 'LogSink.file("a"): "log" is no absolute path of a file. Say one, such as "/dev/stdout".'],
  ['a name', () => LogSink.file('envoy'), 'LogSink.file("envoy"): that is how the mesh calls the output of proxies by itself. Say another name, or LogSink.OUTPUT.'],
  ['a host of a collector', () => LogSink.openTelemetry('a', { host: 'http://b' }), 'LogSink.openTelemetry("a"): "http://b" is no full name of a host. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
  ['a port', () => LogSink.openTelemetry('a', { host: 'a.example.com', port: 70_000 }), 'LogSink.openTelemetry("a"): 70000 is no port. Say a whole number from 1 to 65535.'],
  ['an attribute', () => LogSink.openTelemetry('a', { host: 'a.example.com', attributes: { a: '' } }), 'LogSink.openTelemetry("a"): each attribute has a name and a value, and there is one at least. Say them, such as { status: "%RESPONSE_CODE%" }, or leave them out.'],
  ['attribute that is said once', () => LogSink.openTelemetry('a', { host: 'a.example.com', attributes: { a: 'b' }, format: LogFormat.json() }), 'LogSink.openTelemetry("a"): the fields of the format are attributes, too. Say all of them as attributes, and LogFormat.text for the line.'],
  ['a line', () => LogFormat.text(' '), 'LogFormat.text: the line is empty. Say it, such as "%REQ(:METHOD)% %RESPONSE_CODE%".'],
  ['a field', () => LogFormat.fields({ a: '' }), 'LogFormat.fields: each field has a name and a value, and there is one at least. Say them, such as { method: "%REQ(:METHOD)%" }.'],
  ['fields', () => LogFormat.fields({}), 'LogFormat.fields: each field has a name and a value, and there is one at least. Say them, such as { method: "%REQ(:METHOD)%" }.'],
  ['a host', () => LogSink.fromName('a', { host: 'b' }), 'LogSink.fromName("a"): "b" is no full name of a host. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
  ['a status', () => LogFilter.statusFrom(99), 'LogFilter.statusFrom(99): this is no status of HTTP. Say one from 100 to 599, such as 400.'],
  ['an expression', () => LogFilter.expression(' '), 'LogFilter.expression: the expression is empty. Say a condition, or leave out the filter to see all requests.'],
])('fails on what is no %s', (_, make, problem) => {
  expect(make).toThrow(new Error(problem));
});

test('[F079] filters are conditions', () => {
  expect([LogFilter.errors(), LogFilter.statusFrom(500), LogFilter.expression('request.method == "POST"')].map(({ _expression }) => _expression)).toEqual([
    'response.code >= 400', 'response.code >= 500', 'request.method == "POST"',
  ]);
});
