import { idleTracingProviderCheck } from '../../../../lib/inspect/checks/mesh/idle-tracing-provider';
import { deployment, documents, flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';
import { meshConfigMap, operator } from '../../../support/mesh-configs';

const checks = [idleTracingProviderCheck];

const telemetry = (spec: string, place = 'istio-system/default'): string => flowObject('telemetry.istio.io/v1', 'Telemetry', [place, spec]);
const OTEL = 'extensionProviders: [{name: otel, opentelemetry: {service: otel, port: 4317}}, {name: zip, zipkin: {service: zip, port: 9411}}]';

test('[F141] providers for traces that nobody names are found', () => {
  expect(found(operator(OTEL), { checks })).toEqual([
    'MESH008 idle-tracing-provider | IstioOperator istio-system/mesh | spec.meshConfig.extensionProviders[0].name'
    + ' | no Telemetry in the input uses the provider otel for tracing, and it is not a default provider, so it receives no spans',
    'MESH008 idle-tracing-provider | IstioOperator istio-system/mesh | spec.meshConfig.extensionProviders[1].name'
    + ' | no Telemetry in the input uses the provider zip for tracing, and it is not a default provider, so it receives no spans',
  ]);
});

test.each([
  ['an installation alone', operator(OTEL), {}, 'warning'],
  ['an installation that is all there is', operator(OTEL), { complete: true }, 'error'],
  ['an installation beside a workload', documents(operator(OTEL), deployment('shop/web', 'app: web')), {}, 'error'],
  ['an installation beside a Telemetry', documents(operator(OTEL), telemetry('')), {}, 'error'],
])('%s may have its Telemetry elsewhere, or not', (_, yaml, set, severity) => {
  expect(judge(yaml, { checks, set }).findings.map(finding => finding.severity)).toEqual([severity, severity]);
});

test.each([
  ['where a Telemetry names it for logs alone', telemetry('accessLogging: [{providers: [{name: otel}]}]')],
  ['where only a part of the mesh has no traces', telemetry('tracing: [{disableSpanReporting: true}]', 'shop/default')],
  ['where only some pods have none', telemetry('selector: {matchLabels: {app: a}}, tracing: [{disableSpanReporting: true}]')],
])('they are found %s, too', (_, other) => {
  expect(found(documents(meshConfigMap(OTEL), other), { checks })).toHaveLength(2);
});

test.each([
  ['a Telemetry names one of them', documents(operator(OTEL), telemetry('tracing: [{providers: [{name: zip}]}]', 'shop/default'))],
  ['a Telemetry misspells one of them', documents(operator(OTEL), telemetry('tracing: [{providers: [{name: ottel}]}]'))],
  ['one of them is the default', operator(`${OTEL}, defaultProviders: {tracing: [otel]}`)],
  ['nobody wants traces', documents(operator(OTEL), telemetry('tracing: [{disableSpanReporting: true}]'))],
  ['they are for something else', operator('extensionProviders: [{name: a, envoyOtelAls: {}}, {name: b, prometheus: {}}, {name: c}, null, 5, {opentelemetry: {}}]')],
  ['there are none', operator('')],
])('nothing is found where %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('a mesh config beside objects says nothing of Telemetry that lies elsewhere', () => {
  const meshConfig = { extensionProviders: [{ name: 'otel', opentelemetry: { service: 'otel.obs.svc.cluster.local', port: 4317 } }] };
  const elsewhere = telemetry('accessLogging: [{providers: [{name: envoy}]}]');
  const counts = [found('', { checks, set: { meshConfig } }), found('', { checks, set: { meshConfig, complete: true } }), found(elsewhere, { checks, set: { meshConfig } })];
  expect(counts.map(({ length }) => length)).toEqual([0, 1, 1]);
});
