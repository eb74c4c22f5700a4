import { telemetryProviderCheck } from '../../../../lib/inspect/checks/mesh/telemetry-provider';
import { documents, flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';
import { meshConfigMap, operator } from '../../../support/mesh-configs';

const checks = [telemetryProviderCheck];

const telemetry = (spec: string): string => flowObject('telemetry.istio.io/v1', 'Telemetry', ['istio-system/default', spec]);
const traces = telemetry('tracing: [{providers: [{name: otel}]}]');
const OTEL = 'extensionProviders: [{name: otel, opentelemetry: {service: otel.obs.svc.cluster.local, port: 4317}}]';

test('[F141] a provider that nobody defines is an error where the mesh config is known', () => {
  expect(judge(documents(traces, operator('')), { checks }).findings.map(({ severity, path, message, repair }) => [severity, path, message, repair])).toEqual([[
    'error',
    'spec.tracing[0].providers[0].name',
    'no provider otel is defined in the mesh config of the input, so tracing is disabled silently',
    'define otel in extensionProviders of the mesh config, or name stackdriver',
  ]]);
});

test('one that is misspelled is mended by the name that is meant', () => {
  const misspelled = traces.replace('otel', 'ottel');
  expect(judge(documents(misspelled, operator(OTEL)), { checks }).findings.map(({ repair }) => repair)).toEqual(['write otel if that is what you meant']);
});

test.each([
  ['tracing', 'or name one of stackdriver, otel'],
  ['metrics', 'or name one of prometheus, stackdriver'],
  ['accessLogging', 'or name one of stackdriver, envoy'],
])('only providers that can do it are offered for %s', (task, repair) => {
  const unknown = telemetry(`${task}: [{providers: [{name: jaeger}]}]`);
  expect(judge(documents(unknown, operator(OTEL)), { checks }).findings.map(finding => finding.repair)).toEqual([
    `define jaeger in extensionProviders of the mesh config, ${repair}`,
  ]);
});

test('no provider is offered where none can do it', () => {
  const config = 'extensionProviders: [{name: stackdriver, prometheus: {}}]';
  expect(judge(documents(traces, operator(config)), { checks }).findings.map(finding => finding.repair)).toEqual([
    'define otel in extensionProviders of the mesh config',
  ]);
});

test('and a warning where it is not', () => {
  expect(judge(traces, { checks }).findings.map(({ severity, message, repair }) => [severity, message, repair])).toEqual([[
    'warning',
    'the input has no mesh config, and Istio\'s default has no provider otel: unless yours defines it, tracing is disabled silently',
    'pass the mesh config with --mesh-config, and define otel in its extensionProviders',
  ]]);
});

test('the defaults of a mesh config are judged at their place', () => {
  expect(found(meshConfigMap('defaultProviders: {tracing: [otel]}'), { checks })).toEqual([
    'MESH007 telemetry-provider | ConfigMap istio-system/istio | data.mesh.defaultProviders.tracing[0]'
    + ' | no provider otel is defined in the mesh config of the input, so tracing is disabled silently',
  ]);
});

test.each([
  ['tracing', 'als', 'envoyOtelAls', 'the provider als is of type envoyOtelAls, which does not support tracing'],
  ['accessLogging', 'otel', 'opentelemetry', 'the provider otel is of type opentelemetry, which does not support accessLogging'],
  ['metrics', 'otel', 'opentelemetry', 'the provider otel is of type opentelemetry, which does not support metrics'],
])('for %s, %s of the kind %s cannot be used', (task, name, kind, message) => {
  const yaml = documents(telemetry(`${task}: [{providers: [{name: ${name}}]}]`), operator(`extensionProviders: [{name: ${name}, ${kind}: {}}]`));
  expect(judge(yaml, { checks }).findings.map(finding => finding.message)).toEqual([message]);
});

test.each([
  ['one that is defined', documents(traces, operator(OTEL))],
  ['one that a ConfigMap defines', documents(traces, meshConfigMap(OTEL))],
  ['those that are built in', telemetry('metrics: [{providers: [{name: prometheus}]}], accessLogging: [{providers: [{name: envoy}]}], tracing: [{providers: [{name: stackdriver}]}]')],
  ['entries that name none', telemetry('tracing: [{randomSamplingPercentage: 10}]')],
  ['one of the profile demo', documents(traces, operator('', 'profile: demo'))],
  ['one of the profile demo of the chart', `${traces}\n---\nmeshConfig: {accessLogFile: /dev/stdout}\nprofile: demo`],
  ['one of a kind that it does not say', documents(traces, operator('extensionProviders: [{name: otel}]'))],
  ['what is no name', telemetry('tracing: [{providers: [{name: 5}, {name: ""}, null]}]')],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('a mesh config from a file of its own counts', () => {
  const extensionProviders = [{ name: 'otel', opentelemetry: { service: 'otel.obs.svc.cluster.local', port: 4317 } }];
  expect(found(traces, { checks, set: { meshConfig: { extensionProviders } } })).toEqual([]);
});
