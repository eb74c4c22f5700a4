import { Istio, Linkerd, LogSink, Mesh, MeshApp } from '../../../../lib';
import { namedSink } from '../../../../lib/mesh/private/telemetry/named-sink';

const FILE = LogSink.file('envoy', { path: '/var/log/requests' });

test.each<[string, Mesh, string]>([['Istio', Istio.mesh(), 'envoy'], ['Linkerd', Linkerd.mesh(), 'output']])('%s has a name for the output of proxies', (_, mesh, name) => {
  expect(namedSink(LogSink.OUTPUT._intent, new MeshApp({ mesh }), 'place')).toEqual({ name });
});

test('a file with this name is an error where the mesh has it, and nowhere else', () => {
  expect(() => namedSink(FILE._intent, new MeshApp({ mesh: Istio.mesh() }), 'place')).toThrow(
    new Error('place: "envoy" is the built-in name for the standard output of proxies. Give the sink another name, or use LogSink.OUTPUT.'),
  );
  expect(namedSink(FILE._intent, new MeshApp({ mesh: Linkerd.mesh() }), 'place')).toBe(FILE._intent);
});

test('the name may be used, as that of the output', () => {
  const named = LogSink.fromName('envoy')._intent;
  expect(namedSink(named, new MeshApp({ mesh: Istio.mesh() }), 'place')).toBe(named);
});
