import { tracerSettingsCheck } from '../../../../lib/inspect/checks/mesh/tracer-settings';
import { flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';
import { meshConfigMap, operator } from '../../../support/mesh-configs';

const checks = [tracerSettingsCheck];

test('a setting that there is not is found where it stands', () => {
  expect(found(operator('defaultConfig: {tracing: {openTelemetryProtocol: {endpoint: "otel:4317"}}}'), { checks })).toEqual([
    'MESH009 tracer-settings | IstioOperator istio-system/mesh | spec.meshConfig.defaultConfig.tracing.openTelemetryProtocol'
    + ' | unknown tracing setting openTelemetryProtocol: it is dropped silently',
  ]);
});

test('in the mesh config of a ConfigMap, and in the annotation of pods, too', () => {
  const pods = flowObject('apps/v1', 'Deployment', ['shop/cart', 'template: {metadata: {annotations: {proxy.istio.io/config: "tracing: {jaeger: {}}"}}, spec: {}}']);
  expect([meshConfigMap('defaultConfig: {tracing: {opentelemetry: {}}}'), pods].flatMap(yaml => judge(yaml, { checks }).findings)
    .map(({ path, repair }) => [path, repair])).toEqual([
    [
      'data.mesh.defaultConfig.tracing.opentelemetry',
      'add an extensionProvider with opentelemetry: {service, port} to the mesh config, and a Telemetry that names it',
    ],
    [
      'spec.template.metadata.annotations["proxy.istio.io/config"].tracing.jaeger',
      'remove it, or write one of zipkin, datadog, stackdriver, customTags, maxPathTagLength, sampling, tlsSettings, enableIstioTags',
    ],
  ]);
});

test('a misspelled setting is mended by its name', () => {
  const { findings } = judge(operator('defaultConfig: {tracing: {samplng: 1}}'), { checks });
  expect(findings.map(({ repair }) => repair)).toEqual(['write sampling if that is what you meant, or remove it']);
});

test.each([
  ['defaultConfig: {tracing: {openCensusAgent: {}}}', 'openCensusAgent'],
  ['defaultConfig: {tracing: {lightstep: {}}}', 'lightstep'],
  ['extensionProviders: [{name: a, opencensus: {}}]', 'opencensus'],
  ['extensionProviders: [{name: a, lightstep: {}}]', 'lightstep'],
])('in %s, %s is of no use since it was removed, and a warning before', (meshConfig, key) => {
  const of = (istioRelease: string): unknown => (
    judge(operator(meshConfig), { checks, istioRelease }).findings.map(({ severity, message }) => [severity, message])
  );
  expect([of('1.27'), of('1.26')]).toEqual([
    [['error', `Istio 1.27 removed ${key}: it has no effect`]],
    [['warning', `Istio 1.27 removed ${key}, so this is the last release in which it works`]],
  ]);
});

test('a provider for OpenTelemetry has its own settings, which came with releases', () => {
  const provider = (settings: string): string => operator(`extensionProviders: [{name: otel, opentelemetry: {${settings}}}]`);
  const messages = (settings: string, istioRelease: string): string[] => (
    judge(provider(settings), { checks, istioRelease }).findings.map(({ message }) => message)
  );
  expect(messages('service: a, port: 4317, endpoint: "a:4317"', '1.30')).toEqual(['unknown setting endpoint of an OpenTelemetry provider: it is dropped silently']);
  expect(messages('grpc: {timeout: 5s}', '1.23')).toEqual(['grpc was added in Istio 1.24: release 1.23 drops it silently']);
  expect(messages('grpc: {timeout: 5s}, max_tag_length: 5', '1.24')).toEqual([]);
});

test.each([
  ['prot', '1.30', 'write port if that is what you meant, or remove it'],
  ['resourceDetector', '1.22', 'write resourceDetectors if that is what you meant, or remove it'],
  ['resourceDetector', '1.21', 'remove it, or write one of service, port, maxTagLength'],
  ['endpoint', '1.30', 'write service and port'],
  ['grpc', '1.23', 'remove it'],
])('%s of a provider for OpenTelemetry is mended in %s: %s', (key, istioRelease, repair) => {
  const { findings } = judge(operator(`extensionProviders: [{name: otel, opentelemetry: {${key}: 1}}]`), { checks, istioRelease });
  expect(findings.map(finding => finding.repair)).toEqual([repair]);
});

test.each([
  ['the tracer that is turned off', operator('defaultConfig: {tracing: {}}')],
  ['the settings that there are, in both spellings', operator('defaultConfig: {tracing: {zipkin: {address: "a:1"}, max_path_tag_length: 5, sampling: 1, customTags: {}}}')],
  ['settings of other things', operator('defaultConfig: {concurrency: 2, jaeger: {}}, jaeger: {}')],
  ['providers of other kinds', operator('extensionProviders: [{name: a, zipkin: {endpoint: b}}]')],
  ['an annotation that is no mapping', flowObject('v1', 'Pod', ['shop/a', ''], 'annotations: {proxy.istio.io/config: "tracing"}')],
  ['an annotation that is no YAML', flowObject('v1', 'Pod', ['shop/a', ''], 'annotations: {proxy.istio.io/config: "{{"}')],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
