import { Testing } from 'cdk8s';
import { Telemetry } from '../../../imports/telemetry.istio.io';
import { Istio, IstioRelease, Mesh } from '../../../lib';

function telemetryOf(mesh: Mesh = Istio.mesh()) {
  return mesh._provider.telemetry;
}

test('[F059] it knows the output of proxies, and what the installer is told of', () => {
  const sinks = { traces: [{ name: 'zipkin', definition: { kind: 'zipkin' as const, address: { host: 'zipkin.example.com', port: 1 } } }], logs: [], byDefault: { traces: [], logs: [] } };
  expect(telemetryOf().outputSink).toBe('envoy');
  expect(telemetryOf().knownSinks({ sinks }, 'platform')).toEqual({ traces: new Map([['zipkin', 'zipkin.example.com']]), logs: new Map([['envoy', undefined]]) });
});

test('[F081] an object is about all of a namespace if it names no pods', () => {
  const chart = Testing.chart();
  const scopes = [{}, { selector: { matchLabels: { app: 'web' } } }, { targetRefs: [] }].map((spec, index) => (
    telemetryOf().scopeOf(new Telemetry(chart, `${index}`, { metadata: { namespace: 'shop' }, spec }))
  ));
  expect(scopes).toEqual(['shop', undefined, undefined]);
});

test('a field that the release does not have is a problem of the object', () => {
  const chart = Testing.chart();
  const mesh = Istio.mesh({ release: IstioRelease.V1_24 });
  telemetryOf(mesh).telemetry(chart, { name: 'a', namespace: 'shop' }, () => ({ pods: { namespace: 'shop' }, tracing: { meshTags: false }, logs: [], metrics: [] }));
  expect(chart.node.findAll().flatMap(({ node }) => node.validate()).map(problem => problem.replace(/^.*?: /, ''))).toEqual([
    'tracing[0].enableIstioTags of Telemetry came with Istio 1.25, but the mesh is Istio 1.24. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_25 }).',
  ]);
});
