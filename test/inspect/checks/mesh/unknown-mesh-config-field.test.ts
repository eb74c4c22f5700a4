import { unknownMeshConfigFieldCheck, unknownProxyConfigFieldCheck } from '../../../../lib/inspect/checks/mesh/unknown-mesh-config-field';
import { SourceFile } from '../../../../lib/inspect/model/source-file';
import { judge, judgeFiles } from '../../../support/judge';
import { deployment, withReplicaSet } from '../../../support/kube';
import { meshConfigMap, operator } from '../../../support/mesh-configs';
import { ruleCases } from '../../../support/rule-cases';

const dropped = (key: string): string => `unknown field ${key}: Istio drops it silently`;
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
  ['a text that is no YAML', istioMap('"accessLogFile: [/dev/stdout"'), [expect.stringMatching(/^error data\.mesh: the mesh config cannot be read, and istiod ignores it: \w/)]],
  ['a text that is no mapping', istioMap('"- accessLogFile"'), ['error data.mesh: the mesh config cannot be read, and istiod ignores it: it is not a mapping']],
  ['networks that are no YAML', istioMap('"", meshNetworks: "networks: {a: ["'), [
    'error data.meshNetworks: the mesh networks cannot be read, and istiod ignores them: the bracket that opens here is not closed',
  ]],
  ['networks that are no mapping', istioMap('"", meshNetworks: "- a"'), ['error data.meshNetworks: the mesh networks cannot be read, and istiod ignores them: it is not a mapping']],
  ['a network that stands twice', istioMap('"", meshNetworks: "networks: {a: {}, a: {}}"'), [
    'warning data.meshNetworks.networks.a: duplicate key "a": only the last one takes effect',
  ]],
  ['a text that holds itself', istioMap('"a: &a {b: *a}"'), [expect.stringMatching(/^error data\.mesh: the mesh config cannot be read/)]],
  ['a key that stands twice', istioMap('"accessLogFile: a\\ndefaultConfig:\\n  concurrency: 1\\n  concurrency: 2\\naccessLogFile: b"'), [
    'warning data.mesh.accessLogFile: duplicate key "accessLogFile": only the last one takes effect',
    'warning data.mesh.defaultConfig.concurrency: duplicate key "concurrency": only the last one takes effect',
  ]],
  ['a list in which a key stands twice', istioMap('"- {a: 1, a: 2}"'), ['error data.mesh: the mesh config cannot be read, and istiod ignores it: it is not a mapping']],
], [
  ['an empty text', istioMap('""')],
  ['a text of comments', istioMap('"# nothing"')],
  ['a text that is none', istioMap('{a: b}')],
  ['a broken text of another ConfigMap', istioMap('"["').replace('name: istio', 'name: other')],
  ['fields and values', operator('accessLogFile: /dev/stdout, outboundTrafficPolicy: {mode: REGISTRY_ONLY}, defaultConfig: {proxyMetadata: {A: b}, concurrency: 2}')],
  ['names of the definition', operator('access_log_file: /dev/stdout, h2_upgrade_policy: UPGRADE, meshMTLS: {minProtocolVersion: TLSV1_3}')],
  ['numbers of values', operator('h2UpgradePolicy: 1')],
  ['values that are none, of which IST0106 speaks', operator(
    'defaultConfig: [1], extensionProviders: {a: {b: c}}, accessLogFile: {a: b}, outboundTrafficPolicy: {mode: REGISTRY}',
  )],
  ['settings of tracers, of which MESH009 speaks', operator(
    'defaultConfig: {tracing: {jaeger: {}}}, extensionProviders: [{name: a, opentelemetry: {endpoint: x}}, {name: b, lightstep: {}}]',
  )],
  ['networks', istioMap('"", meshNetworks: "networks: {a: {}}"')],
  ['no networks', istioMap('"", meshNetworks: ""')],
  ['no mesh config', '{apiVersion: v1, kind: ConfigMap, metadata: {name: other, namespace: shop}, data: {mesh: "a: b"}}'],
]);

test('a field in values of Helm is found, too', () => {
  const { findings } = judgeFiles([new SourceFile('values.yaml', 'meshConfig:\n  accesLogFile: /dev/stdout\n')], { checks: [unknownMeshConfigFieldCheck] });
  expect(findings.map(({ path }) => path)).toEqual(['meshConfig.accesLogFile']);
});

test.each([
  ['accesLogFile: x', 'write accessLogFile if that is what you meant, or remove it', undefined],
  ['enableAutoMTLS: true', 'write enableAutoMtls if that is what you meant, or remove it', undefined],
  ['drainDuration: 5s', 'move it to defaultConfig if that is what you meant, or remove it', undefined],
  ['somethingElse: x', 'correct the name, or remove it', undefined],
  ['outboundTrafficPolicy: {mod: ALLOW_ANY}', 'write mode if that is what you meant, or remove it', 'mode, tls'],
])('%s is mended: %s', (config, repair, expected) => {
  const { findings } = judge(operator(config), { checks: [unknownMeshConfigFieldCheck] });
  expect(findings.map(finding => [finding.repair, finding.expected])).toEqual([[repair, expected]]);
});

test('a field in a text is found on its line', () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n    enableTracing: true\n    accesLogFile: x\n';
  const { findings } = judgeFiles([new SourceFile('istio.yaml', text)], { checks: [unknownMeshConfigFieldCheck] });
  expect(findings.map(({ path, line, column }) => `${path} ${line}:${column}`)).toEqual(['data.mesh.accesLogFile 7:5']);
});

test.each([
  ['a tab', 'accessLogFile: a\ndefaultConfig:\n\tconcurrency: 2', '8:5', 'indent with spaces'],
  ['an open quote', 'enableTracing: true\naccessLogFile: "a', '7:20', 'close the quote'],
  ['a line without a colon', 'accessLogFile: a\ntrustDomain a\nrootNamespace: b', '7:5', 'put a colon after the key, or remove the line'],
  ['a key that stands twice', 'accessLogFile: a\n\naccessLogFile: b', '8:5', 'remove one of them'],
  ['no mapping', '- a', '5:3', 'fix the text'],
])('%s in a text is found on its line', (_, mesh, place, repair) => {
  const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n${mesh.replace(/^(?=.)/gm, '    ')}\n`;
  const { findings } = judgeFiles([new SourceFile('istio.yaml', text)], { checks: [unknownMeshConfigFieldCheck] });
  expect(findings.map(finding => [`${finding.line}:${finding.column}`, finding.repair])).toEqual([[place, repair]]);
});

const pods = (config: string): string => deployment('shop/cart', { annotations: `proxy.istio.io/config: ${JSON.stringify(config)}` });
const ofPods = 'warning spec.template.metadata.annotations["proxy.istio.io/config"]';

describe('what pods say of their proxies', () => {
  ruleCases(unknownProxyConfigFieldCheck, [
    ['each misspelled field', pods('concurency: 2\nimage: {type: debug}'), [
      `${ofPods}.concurency: ${dropped('concurency')}`, `${ofPods}.image.type: ${dropped('type')}`,
    ]],
    ['one of a Deployment, and not of its ReplicaSet', withReplicaSet(pods('concurency: 2')), [`${ofPods}.concurency: ${dropped('concurency')}`]],
    ['one of the mesh config', pods('accessLogFile: /dev/stdout'), [`${ofPods}.accessLogFile: ${dropped('accessLogFile')}`]],
    ['one of a Pod', '{apiVersion: v1, kind: Pod, metadata: {name: a, annotations: {proxy.istio.io/config: "concurency: 2"}}}', [
      `warning metadata.annotations["proxy.istio.io/config"].concurency: ${dropped('concurency')}`,
    ]],
  ], [
    ['fields', pods('concurrency: 2\nproxyMetadata: {A: b}\ntermination_drain_duration: 5s')],
    ['settings of tracers, of which MESH009 speaks', pods('tracing: {samplng: 1}')],
    ['values that are none, which are those of an annotation', pods('interceptionMode: NAT')],
    ['a text that is none', pods('[')],
    ['an annotation of something else', '{apiVersion: v1, kind: Service, metadata: {name: a, annotations: {proxy.istio.io/config: "concurency: 2"}}}'],
  ]);

  test.each([
    ['concurency: 2', 'write concurrency if that is what you meant, or remove it'],
    ['sampling: 2', 'move it to tracing if that is what you meant, or remove it'],
    ['accessLogFile: a', 'move it to the mesh config, where it applies to all pods, or remove it'],
    ['nothing: a', 'correct the name, or remove it'],
  ])('%s is mended: %s', (config, repair) => {
    expect(judge(pods(config), { checks: [unknownProxyConfigFieldCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
  });
});

test('what keeps networks from being read stands where it is', () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  meshNetworks: |\n    networks:\n      a: {endpoints: [}\n';
  const { findings } = judgeFiles([new SourceFile('istio.yaml', text)], { checks: [unknownMeshConfigFieldCheck] });
  expect(findings.map(({ line, column, repair }) => [`${line}:${column}`, repair])).toEqual([['7:22', 'close the bracket']]);
});
