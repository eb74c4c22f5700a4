import { IstioProfile } from '../../../lib/istio/istio-profile';
import { knownSinks } from '../../../lib/istio/render/known-sinks';

const FILE = { name: 'json', envoyFileAccessLog: { path: '/dev/stdout' } };

test('[F059] sinks for traces and for logs are told apart, with the host of each', () => {
  const extensionProviders = [
    { name: 'otel', opentelemetry: { service: 'observability/collector.example.com', port: 4317 } },
    { name: 'authz', envoyExtAuthzGrpc: { service: 'authz.example.com', port: 1 } },
    FILE,
  ];
  expect(knownSinks({ extensionProviders })).toEqual({
    traces: new Map([['otel', 'collector.example.com']]), logs: new Map([['envoy', undefined], ['json', undefined]]),
  });
});

test('[F059] the profile "demo" brings some, until others are named', () => {
  expect([...knownSinks({}, IstioProfile.DEMO).traces.keys()]).toEqual(['jaeger', 'otel-tracing', 'skywalking']);
  expect([...knownSinks({ extensionProviders: [FILE] }, IstioProfile.DEMO).traces.keys()]).toEqual([]);
  expect([...knownSinks({}, IstioProfile.DEFAULT).traces.keys()]).toEqual([]);
});
