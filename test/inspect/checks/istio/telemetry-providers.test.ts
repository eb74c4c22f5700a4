import { accessLogProviderCheck, lightstepCheck } from '../../../../lib/inspect/checks/istio/telemetry-providers';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [accessLogProviderCheck, lightstepCheck];
const telemetry = (spec: string): string => yamlObject(TYPES.telemetry, 'shop/mesh', `spec: {${spec}}`);
const withConfig = (meshConfig: object): object => ({ checks, set: { meshConfig } });

test.each(['{}', '{disabled: false}', '{providers: []}'])('access logs that go nowhere are reported: %s', entry => {
  expect(found(telemetry(`accessLogging: [${entry}]`), withConfig({}))).toEqual([
    'IST0157 access-log-provider | Telemetry shop/mesh | spec.accessLogging[0] | no provider is named here, and the mesh config has no default provider for access logs',
  ]);
});

test.each([
  ['a provider', 'accessLogging: [{providers: [{name: envoy}]}]', {}],
  ['a default provider', 'accessLogging: [{}]', { defaultProviders: { accessLogging: ['envoy'] } }],
  ['nothing, as they are off', 'accessLogging: [{disabled: true}]', {}],
  ['nothing, as there are none', 'metrics: [{}]', {}],
])('access logs have %s', (_, spec, meshConfig) => {
  expect(found(telemetry(spec), withConfig(meshConfig))).toEqual([]);
});

test('where nobody says what the mesh config is, access logs are judged in a complete set only', () => {
  const yaml = telemetry('accessLogging: [{}]');
  expect(judge(yaml, { checks }).undecided.map(({ unknown }) => unknown)).toEqual(['the mesh config']);
  expect(found(yaml, { checks, set: { complete: true } })).toHaveLength(1);
});

test.each([
  ['lightstep', ['IST0002 deprecated-lightstep | Telemetry shop/mesh | spec.tracing[0].providers[0].name | traces is a provider of type lightstep, which is deprecated']],
  ['opentelemetry', []],
])('traces go to a provider of the kind %s', (kind, expected) => {
  expect(found(telemetry('tracing: [{providers: [{name: traces}]}]'), withConfig({ extensionProviders: [{ name: 'traces', [kind]: {} }] }))).toEqual(expected);
});
