import { Chart, Duration } from 'cdk8s';
import { AppProtocol, DynatraceSamplerProps, ExternalService, Istio, MeshApp, MeshPlatform, MeshService, Percent, TraceSampler, TraceSink } from '../../lib';
import { specOf, webIn } from '../support/shop-chart';

const HOST = 'opentelemetry-collector.observability.svc.cluster.local';
const TENANT = { tenant: 'abc12345', clusterId: 42 };

function platformIn(): MeshPlatform {
  return new MeshPlatform(new MeshApp({ mesh: Istio.mesh() }), 'platform');
}

function sinkWith(sampler: TraceSampler): TraceSink {
  return TraceSink.openTelemetry('otel-tracing', { host: HOST, sampler });
}

const SAMPLED = sinkWith(TraceSampler.dynatrace({ ...TENANT, host: 'abc12345.live.dynatrace.com' }));

test.each<[Partial<DynatraceSamplerProps>, object]>([
  [
    { host: 'abc12345.live.dynatrace.com' },
    { ...TENANT, httpService: { service: 'abc12345.live.dynatrace.com', port: 443, http: { path: '/api/v2/samplingConfiguration', timeout: '3s' } } },
  ],
  [
    { rootSpansPerMinute: 500, host: 'gate.example.com', port: 9999, path: '/sampling', timeout: Duration.seconds(10), headers: { 'x-team': 'shop' } },
    {
      ...TENANT, rootSpansPerMinute: 500,
      httpService: { service: 'gate.example.com', port: 9999, http: { path: '/sampling', timeout: '10s', headers: [{ name: 'x-team', value: 'shop' }] } },
    },
  ],
])('[F058] Dynatrace is asked at a host of its own', (props, dynatraceSampler) => {
  const platform = platformIn();
  platform.addTraceSink(sinkWith(TraceSampler.dynatrace({ ...TENANT, ...props })));
  expect((platform.installValues.meshConfig as any).extensionProviders).toEqual([
    { name: 'otel-tracing', opentelemetry: { service: HOST, port: 4317, dynatraceSampler } },
  ]);
});

test.each<[string, Partial<DynatraceSamplerProps>, string]>([
  ['no tenant', { tenant: ' ' }, 'TraceSampler.dynatrace(" "): the tenant is empty. Use the tenant id of Dynatrace, such as "abc12345".'],
  ['no number', { clusterId: 1.5 }, 'TraceSampler.dynatrace("abc12345"): clusterId cannot be 1.5. Use a whole number from -2147483648 to 2147483647.'],
  ['no traces', { rootSpansPerMinute: 0 }, 'TraceSampler.dynatrace("abc12345"): rootSpansPerMinute cannot be 0. Use a whole number from 1 to 2147483647.'],
  ['a path without a host', { path: '/sampling' }, 'TraceSampler.dynatrace("abc12345"): path is taken from the sink if no host is set. Set the host, or leave it out.'],
  ['a wrong host', { host: 'https://a' }, 'TraceSampler.dynatrace("abc12345"): "https://a" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
  ['a wrong path', { host: HOST, path: 'sampling' }, 'TraceSampler.dynatrace("abc12345"): "sampling" is not a path. Begin it with a slash, such as "/v1/traces".'],
  ['a wrong header', { host: HOST, headers: { 'a b': 'c' } }, 'TraceSampler.dynatrace("abc12345"): "a b" is not a header name. Use one such as "x-team".'],
  ['no time', { host: HOST, timeout: Duration.millis(0) }, 'TraceSampler.dynatrace("abc12345"): timeout cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.'],
])('[F058] fails on %s', (_, props, problem) => {
  expect(() => TraceSampler.dynatrace({ ...TENANT, ...props })).toThrow(new Error(problem));
});

test.each<[string, (platform: MeshPlatform, web: MeshService) => void]>([
  ['the service', (platform, web) => { platform.addTraceSink(SAMPLED); web.telemetry.traceTo(SAMPLED); }],
  ['the mesh', platform => platform.telemetry.traceTo(SAMPLED)],
])('proxies of a service that says what it calls know the sampler of a sink of %s', (_, say) => {
  const platform = platformIn();
  const chart = new Chart(platform.node.scope!, 'shop', { namespace: 'shop' });
  const web = webIn(chart);
  say(platform, web);
  new ExternalService(chart, 'dynatrace', { host: 'abc12345.live.dynatrace.com', port: 443, protocol: AppProtocol.HTTPS });
  web.calls(webIn(new Chart(platform.node.scope!, 'orders', { namespace: 'orders' }), { serviceName: 'orders' }));
  const [{ hosts }] = specOf(chart, 'Sidecar').egress;
  expect(hosts.filter((host: string) => host.includes('dynatrace'))).toEqual(['*/abc12345.live.dynatrace.com']);
});

describe('[F060] a share of which nobody asks is an error', () => {
  const problemAt = (place: string) => [
    `${place}: the share of traced requests has no effect: the sampler of the sink "otel-tracing" decides it. Leave out the share, or the sampler.`,
  ];

  test('where the sink is named', () => {
    const platform = platformIn();
    platform.telemetry.traceTo(SAMPLED, { sampling: Percent.of(10) });
    expect(platform.node.findChild('telemetry').node.validate()).toEqual(problemAt('platform'));
  });

  test.each<[string, (platform: MeshPlatform) => void]>([
    ['of a wider scope', platform => platform.telemetry.traceTo(SAMPLED)],
    ['that is the default', platform => platform.addTraceSink(SAMPLED, { byDefault: true })],
  ])('where the sink is that %s', (_, say) => {
    const platform = platformIn();
    say(platform);
    const web = webIn(new Chart(platform.node.scope!, 'shop', { namespace: 'shop' }));
    web.telemetry.sample(Percent.of(10));
    expect(web.node.findChild('telemetry').node.validate()).toEqual(problemAt('shop/web'));
  });

  test('unless a narrower scope has a sink of its own', () => {
    const platform = platformIn();
    platform.telemetry.traceTo(SAMPLED);
    const plain = TraceSink.openTelemetry('plain', { host: HOST });
    platform.addTraceSink(plain);
    const web = webIn(new Chart(platform.node.scope!, 'shop', { namespace: 'shop' }));
    web.telemetry.traceTo(plain, { sampling: Percent.of(10) });
    expect(web.node.findChild('telemetry').node.validate()).toEqual([]);
  });
});
