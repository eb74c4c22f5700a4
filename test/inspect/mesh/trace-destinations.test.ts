import { meshTraceDestination, traceDestination } from '../../../lib/inspect/mesh/trace-destinations';
import { kube, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const provider = (name: string): string => `{name: ${name}, opentelemetry: {service: ${name}.obs.svc.cluster.local, port: 4317}}`;
const config = (more = ''): string => (
  kube('IstioOperator istio-system/mesh', `{meshConfig: {extensionProviders: [${['own', 'space', 'root', 'usual'].map(provider).join(', ')}, {name: cloud, stackdriver: {}}], ${more}}}`)
);
const naming = (name: string): string => `{providers: [{name: ${name}}]}`;
const telemetry = (place: string, tracing: string, more = ''): string => kube(`Telemetry ${place}`, `{${more}tracing: [${tracing}]}`);
const usual = config('defaultProviders: {tracing: [usual, own]}');
const host = (name: string): string => `${name}.obs.svc.cluster.local`;

const SELECTOR = 'selector: {matchLabels: {app: a}}, ';

function destinationOf(...objects: readonly string[]): string | undefined {
  const set = objectSet(together(...objects));
  const own = set.find('telemetry.istio.io/Telemetry', 'shop', 'a')!;
  return traceDestination(set, own, own.spec.at('tracing', 0));
}

test.each<[string, string | undefined, string[]]>([
  ['the provider of the entry, the first of several', host('own'), [usual, telemetry('shop/a', '{providers: [{name: own}, {name: space}]}')]],
  ['that of another entry', host('own'), [usual, telemetry('shop/a', `{}, ${naming('own')}`)]],
  ['that of the namespace, for some pods', host('space'), [usual, telemetry('shop/a', '{}', SELECTOR), telemetry('shop/b', naming('space'))]],
  ['that of the root namespace', host('root'), [usual, telemetry('shop/a', '{}', SELECTOR), telemetry('shop/b', '{}'), telemetry('istio-system/mesh', naming('root'))]],
  ['that of the mesh config, the first of several', host('usual'), [usual, telemetry('shop/a', '{}')]],
  ['none that is for other pods', host('usual'), [usual, telemetry('shop/a', '{}', SELECTOR), telemetry('shop/b', naming('space'), SELECTOR), telemetry('shop/c', naming('own'), 'targetRefs: [{kind: Service, name: c}], ')]],
  ['none that is for other namespaces', host('usual'), [usual, telemetry('shop/a', '{}'), telemetry('web/b', naming('space'))]],
  ['unknown where two are named', undefined, [usual, telemetry('shop/a', '{}'), telemetry('istio-system/mesh', `${naming('root')}, ${naming('space')}`)]],
  ['unknown where nobody defines it', undefined, [usual, telemetry('shop/a', naming('other'))]],
  ['unknown where it has no Service', undefined, [usual, telemetry('shop/a', naming('cloud'))]],
  ['unknown where nobody names one', undefined, [config(), telemetry('shop/a', '{}')]],
])('spans of a Telemetry go to %s', (_, expected, objects) => {
  expect(destinationOf(...objects)).toBe(expected);
});

const zipkin = 'defaultConfig: {tracing: {zipkin: {address: "zipkin.obs:9411"}}}';

test.each<[string, string | undefined, string[]]>([
  ['the provider of the root namespace', host('root'), [usual, telemetry('istio-system/mesh', naming('root')), telemetry('shop/a', naming('own'))]],
  ['the default', host('usual'), [usual]],
  ['the tracer of the proxies', 'zipkin.obs', [config(zipkin)]],
  ['no tracer of the proxies beside a default, even one that is unknown', undefined, [config(`defaultProviders: {tracing: [cloud]}, ${zipkin}`)]],
  ['unknown where that is known in the cluster alone', undefined, [config('defaultConfig: {tracing: {zipkin: {address: "$(HOST_IP):9411"}}}')]],
  ['unknown where nobody says it', undefined, []],
])('spans of all go to %s', (_, expected, objects) => {
  expect(meshTraceDestination(objectSet(together(...objects)))).toBe(expected);
});
