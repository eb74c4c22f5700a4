import { tracerAddressCheck } from '../../../../lib/inspect/checks/mesh/tracer-address';
import { flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';
import { operator } from '../../../support/mesh-configs';

const checks = [tracerAddressCheck];

const tracer = (address: string, kind = 'zipkin'): string => operator(`defaultConfig: {tracing: {${kind}: {address: "${address}"}}}`);

test('an address with a scheme and a path is found, with what to write instead', () => {
  const { findings } = judge(tracer('http://jaeger-collector:9411/api/v2/spans'), { checks });
  expect(findings.map(({ path, message, expected, repair }) => [path, message, expected, repair])).toEqual([[
    'spec.meshConfig.defaultConfig.tracing.zipkin.address',
    '"http://jaeger-collector:9411/api/v2/spans" is not a host:port address',
    'host:port',
    'write jaeger-collector:9411; the path /api/v2/spans belongs in an extensionProvider with zipkin',
  ]]);
});

test.each([
  ['http://jaeger:9411', 'zipkin', 'write jaeger:9411'],
  ['jaeger', 'zipkin', 'write jaeger-collector.observability:9411'],
  ['jaeger:0', 'zipkin', 'write jaeger-collector.observability:9411'],
  ['jaeger:70000', 'datadog', 'write jaeger-collector.observability:9411'],
  ['jaeger_1:9411', 'zipkin', 'write jaeger-collector.observability:9411'],
  ['$(HOST_IP):8126', 'lightstep', 'write jaeger-collector.observability:9411'],
  ['::1:9411', 'zipkin', 'write jaeger-collector.observability:9411'],
])('%s is no address of %s', (address, kind, repair) => {
  expect(judge(tracer(address, kind), { checks }).findings.map(finding => finding.repair)).toEqual([repair]);
});

test('it is found in the annotation of pods, too', () => {
  const pods = flowObject('v1', 'Pod', ['shop/a', ''], 'annotations: {proxy.istio.io/config: "tracing: {zipkin: {address: http://a:1}}"}');
  expect(found(pods, { checks })).toEqual([
    'MESH010 tracer-address | Pod shop/a | metadata.annotations["proxy.istio.io/config"].tracing.zipkin.address | "http://a:1" is not a host:port address',
  ]);
});

test.each([
  tracer('jaeger-collector.observability:9411'),
  tracer('10.0.0.1:65535'),
  tracer('[::1]:9411'),
  tracer('$(HOST_IP):8126', 'datadog'),
  tracer(''),
  operator('extensionProviders: [{name: a, zipkin: {service: "http://a", port: 9411}}]'),
])('nothing is said of %s', yaml => {
  expect(found(yaml, { checks })).toEqual([]);
});
