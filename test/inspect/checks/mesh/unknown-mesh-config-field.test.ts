import { unknownMeshConfigFieldCheck } from '../../../../lib/inspect/checks/mesh/unknown-mesh-config-field';
import { SourceFile } from '../../../../lib/inspect/model/source-file';
import { judge, judgeFiles } from '../../../support/judge';
import { meshConfigMap, operator } from '../../../support/mesh-configs';
import { ruleCases } from '../../../support/rule-cases';

const dropped = (key: string): string => `Istio knows no ${key} there, and drops it without a word`;
const istioMap = (mesh: string): string => `{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: ${mesh}}}`;
const at = 'warning spec.meshConfig';

ruleCases(unknownMeshConfigFieldCheck, [
  ['a misspelled field', operator('accesLogFile: /dev/stdout'), [`${at}.accesLogFile: ${dropped('accesLogFile')}`]],
  ['one in a ConfigMap', meshConfigMap('accesLogFile: /dev/stdout'), [`warning data.mesh.accesLogFile: ${dropped('accesLogFile')}`]],
  ['one in a file of its own', '', [`warning accesLogFile: ${dropped('accesLogFile')}`], { meshConfig: { accesLogFile: '/dev/stdout' } }],
  ['one deeper within', operator('defaultConfig: {holdApplicationUntilProxyStart: true}'), [
    `${at}.defaultConfig.holdApplicationUntilProxyStart: ${dropped('holdApplicationUntilProxyStart')}`,
  ]],
  ['one in a list', operator('extensionProviders: [{name: a, zipkin: {service: z, prt: 1}}]'), [`${at}.extensionProviders[0].zipkin.prt: ${dropped('prt')}`]],
  ['a value that there is not', operator('outboundTrafficPolicy: {mode: REGISTRY}'), [
    `${at}.outboundTrafficPolicy.mode: mode has no value REGISTRY, and Istio does not take it`,
  ]],
  ['a text that is no YAML', istioMap('"accessLogFile: [/dev/stdout"'), [expect.stringMatching(/^error data\.mesh: the mesh config cannot be read, and istiod does without it: \w/)]],
  ['a text that is no mapping', istioMap('"- accessLogFile"'), ['error data.mesh: the mesh config cannot be read, and istiod does without it: it is no mapping']],
  ['a text that holds itself', istioMap('"a: &a {b: *a}"'), [expect.stringMatching(/^error data\.mesh: the mesh config cannot be read/)]],
], [
  ['an empty text', istioMap('""')],
  ['a text of comments', istioMap('"# nothing"')],
  ['a text with a key twice, of which the last one counts', istioMap('"accessLogFile: a\\naccessLogFile: b"')],
  ['a text that is none', istioMap('{a: b}')],
  ['a broken text of another ConfigMap', istioMap('"["').replace('name: istio', 'name: other')],
  ['fields and values', operator('accessLogFile: /dev/stdout, outboundTrafficPolicy: {mode: REGISTRY_ONLY}, defaultConfig: {proxyMetadata: {A: b}, concurrency: 2}')],
  ['names of the definition', operator('access_log_file: /dev/stdout, h2_upgrade_policy: UPGRADE, meshMTLS: {minProtocolVersion: TLSV1_3}')],
  ['numbers of values', operator('h2UpgradePolicy: 1')],
  ['what is of another type', operator('defaultConfig: [1], extensionProviders: {a: {b: c}}, accessLogFile: {a: b}, outboundTrafficPolicy: {mode: {a: b}}')],
  ['settings of tracers, of which MESH009 speaks', operator(
    'defaultConfig: {tracing: {jaeger: {}}}, extensionProviders: [{name: a, opentelemetry: {endpoint: x}}, {name: b, lightstep: {}}]',
  )],
  ['no mesh config', '{apiVersion: v1, kind: ConfigMap, metadata: {name: other, namespace: shop}, data: {mesh: "a: b"}}'],
]);

test('a field in values of Helm is found, too', () => {
  const { findings } = judgeFiles([new SourceFile('values.yaml', 'meshConfig:\n  accesLogFile: /dev/stdout\n')], { checks: [unknownMeshConfigFieldCheck] });
  expect(findings.map(({ path }) => path)).toEqual(['meshConfig.accesLogFile']);
});

test.each([
  ['accesLogFile: x', 'write accessLogFile, if that is meant, or remove it', undefined],
  ['enableAutoMTLS: true', 'write enableAutoMtls, if that is meant, or remove it', undefined],
  ['drainDuration: 5s', 'write it to defaultConfig, if that is meant, or remove it', undefined],
  ['somethingElse: x', 'correct the name, or remove it', undefined],
  ['outboundTrafficPolicy: {mod: ALLOW_ANY}', 'write mode, if that is meant, or remove it', 'mode, tls'],
  ['outboundTrafficPolicy: {mode: REGISTRY}', 'write REGISTRY_ONLY, if that is meant', 'REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS'],
  ['outboundTrafficPolicy: {mode: nothing}', 'write one of these values', 'REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS'],
])('%s is mended: %s', (config, repair, expected) => {
  const { findings } = judge(operator(config), { checks: [unknownMeshConfigFieldCheck] });
  expect(findings.map(finding => [finding.repair, finding.expected])).toEqual([[repair, expected]]);
});
