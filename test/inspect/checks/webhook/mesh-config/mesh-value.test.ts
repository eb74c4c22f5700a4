import { allChecks } from '../../../../../lib/inspect/checks/all-checks';
import { meshValueCheck } from '../../../../../lib/inspect/checks/webhook/mesh-config/mesh-value';
import { SourceFile } from '../../../../../lib/inspect/model/source-file';
import { judge, judgeFiles } from '../../../../support/judge';
import { together } from '../../../../support/kube';
import { meshConfigMap, operator } from '../../../../support/mesh-configs';
import { ruleCases } from '../../../../support/rule-cases';

const refused = 'so istiod rejects the whole mesh config';
const text = `is not a string (quote it if it looks like another type), ${refused}`;
const at = 'error spec.meshConfig';

ruleCases(meshValueCheck, [
  ['a span that is a number', operator('connectTimeout: 10, defaultConfig: {drainDuration: 45}'), [
    `${at}.connectTimeout: connectTimeout is not a span of time, ${refused}`, `${at}.defaultConfig.drainDuration: drainDuration is not a span of time, ${refused}`,
  ]],
  ['a span without a unit', operator('connectTimeout: "10"'), [`${at}.connectTimeout: connectTimeout is not a span of time, ${refused}`]],
  ['a switch that is a text', operator('enableAutoMtls: "true"'), [`${at}.enableAutoMtls: enableAutoMtls is not true or false, ${refused}`]],
  ['a text that is a switch', operator('accessLogFile: true'), [`${at}.accessLogFile: accessLogFile ${text}`]],
  ['a variable that is none', operator('defaultConfig: {proxyMetadata: {A: true, B: "true", C: 1}}'), [
    `${at}.defaultConfig.proxyMetadata.A: A ${text}`, `${at}.defaultConfig.proxyMetadata.C: C ${text}`,
  ]],
  ['a number that is none', operator('defaultConfig: {concurrency: two}'), [`${at}.defaultConfig.concurrency: concurrency is not a whole number from -2147483648 to 2147483647, ${refused}`]],
  ['numbers that their types do not hold', operator('defaultConfig: {concurrency: 5000000000, statusPort: 1.5}, extensionProviders: [{name: a, zipkin: {service: a.b, port: -1, maxTagLength: "1.0"}}]'), [
    `${at}.defaultConfig.concurrency: concurrency is not a whole number from -2147483648 to 2147483647, ${refused}`,
    `${at}.extensionProviders[0].zipkin.maxTagLength: maxTagLength is not a whole number from 0 to 4294967295, ${refused}`,
    `${at}.extensionProviders[0].zipkin.port: port is not a whole number from 0 to 4294967295, ${refused}`,
    `${at}.defaultConfig.statusPort: statusPort is not a whole number from -2147483648 to 2147483647, ${refused}`,
  ]],
  ['a message that is a text', operator('defaultConfig: foo'), [`${at}.defaultConfig: defaultConfig is not a mapping, ${refused}`]],
  ['a list that is a mapping', operator('extensionProviders: {name: otel}'), [`${at}.extensionProviders: extensionProviders is not a list, ${refused}`]],
  ['a list that is a text', operator('extensionProviders: [{name: a, envoyExtAuthzHttp: {service: a.b, port: 80, timeout: 5, headersToUpstreamOnAllow: authorization}}]'), [
    `${at}.extensionProviders[0].envoyExtAuthzHttp.headersToUpstreamOnAllow: headersToUpstreamOnAllow is not a list, ${refused}`,
    `${at}.extensionProviders[0].envoyExtAuthzHttp.timeout: timeout is not a span of time, ${refused}`,
  ]],
  ['an item of another type', operator('trustDomainAliases: [a, 1]'), [`${at}.trustDomainAliases[1]: item 1 ${text}`]],
  ['a value that there is not', operator('outboundTrafficPolicy: {mode: REGISTRY}'), [`${at}.outboundTrafficPolicy.mode: REGISTRY is not a value of mode, ${refused}`]],
  ['one in small letters', operator('accessLogEncoding: json'), [`${at}.accessLogEncoding: json is not a value of accessLogEncoding, ${refused}`]],
  ['a choice that YAML takes for a switch', operator('ingressControllerMode: OFF'), [
    `${at}.ingressControllerMode: ingressControllerMode is not one of UNSPECIFIED, OFF, DEFAULT, STRICT, ${refused}`,
  ]],
  ['one in a ConfigMap', meshConfigMap('connectTimeout: 10'), [`error data.mesh.connectTimeout: connectTimeout is not a span of time, ${refused}`]],
  ['one in a file of its own', '', [`error connectTimeout: connectTimeout is not a span of time, ${refused}`], { meshConfig: { connectTimeout: 10 } }],
], [
  ['spans as Go writes them', operator('connectTimeout: 10s, protocolDetectionTimeout: 5000ms, dnsRefreshRate: 1m30s, defaultConfig: {drainDuration: 1m, terminationDrainDuration: 0s}')],
  ['numbers in quotes, and of choices', operator('proxyListenPort: "15001", h2UpgradePolicy: 1, defaultConfig: {concurrency: "2", tracing: {sampling: "1.5"}}')],
  ['null, also in lists and mappings', operator('connectTimeout: null, trustDomainAliases: [null], defaultConfig: {proxyMetadata: {A: null}}, extensionProviders: [null]')],
  ['what nobody knows', operator('colour: 1, extensionProviders: [{name: a, colour: 1}]')],
  ['names of the definition', operator('connect_timeout: 10s')],
  ['what may be anything', operator('extensionProviders: [{name: a, envoyFileAccessLog: {path: /dev/stdout, logFormat: {labels: {a: 1, b: [true]}}}}]')],
  ['no mesh config', '{apiVersion: v1, kind: ConfigMap, metadata: {name: other, namespace: shop}, data: {mesh: "connectTimeout: 10"}}'],
]);

test.each([
  ['connectTimeout: 10', 'write 10s if you mean seconds', undefined],
  ['connectTimeout: "10"', 'write 10s if you mean seconds', undefined],
  ['connectTimeout: ten', 'correct the value', undefined],
  ['proxyListenPort: "1e3"', 'write 1000', undefined],
  ['proxyListenPort: "1.0"', 'write 1', undefined],
  ['proxyListenPort: 1.5', 'correct the value', undefined],
  ['proxyListenPort: "a"', 'correct the value', undefined],
  ['enableAutoMtls: "true"', 'write true, without quotes', undefined],
  ['enableAutoMtls: "yes"', 'write true, without quotes', undefined],
  ['enableAutoMtls: "Off"', 'write false, without quotes', undefined],
  ['enableAutoMtls: "maybe"', 'correct the value', undefined],
  ['accessLogFile: true', 'put it in quotes', undefined],
  ['accessLogFile: [a]', 'correct the value', undefined],
  ['trustDomainAliases: a', 'write a list with this value as an item', undefined],
  ['defaultConfig: a', 'correct the value', undefined],
  ['ingressControllerMode: OFF', 'put it in quotes', 'UNSPECIFIED, OFF, DEFAULT, STRICT'],
  ['outboundTrafficPolicy: {mode: REGISTRY_ONYL}', 'write REGISTRY_ONLY if that is what you meant', 'REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS'],
  ['outboundTrafficPolicy: {mode: nothing}', 'write one of these values', 'REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS'],
])('%s is mended: %s', (config, repair, expected) => {
  const { findings } = judge(operator(config), { checks: [meshValueCheck] });
  expect(findings.map(finding => [finding.repair, finding.expected])).toEqual([[repair, expected]]);
});

test('a value in a text is found on its line', () => {
  const file = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n    enableTracing: true\n    connectTimeout: 10\n';
  const { findings } = judgeFiles([new SourceFile('istio.yaml', file)], { checks: [meshValueCheck] });
  expect(findings.map(({ path, line, column }) => `${path} ${line}:${column}`)).toEqual(['data.mesh.connectTimeout 7:5']);
});

test.each([
  ['defaultConfig: {discoveryAddress: 5}', ['defaultConfig.discoveryAddress']],
  ['defaultConfig: {tracing: {zipkin: "foo:9411"}}', ['defaultConfig.tracing.zipkin']],
  ['defaultConfig: {privateKeyProvider: {qat: {pollDelay: 10}}}', ['defaultConfig.privateKeyProvider.qat.pollDelay']],
  ['defaultConfig: {controlPlaneAuthPolicy: MUTUAL}', ['defaultConfig.controlPlaneAuthPolicy']],
  ['defaultConfig: {tracing: {sampling: many}}', ['defaultConfig.tracing.sampling']],
  ['defaultConfig: {concurrency: 5000000000, statusPort: 5000000000}, proxyListenPort: -5000000000', ['defaultConfig.concurrency', 'defaultConfig.statusPort', 'proxyListenPort']],
  ['defaultConfig: {concurrency: two, statusPort: 0}', ['defaultConfig.concurrency', 'defaultConfig.statusPort']],
])('%s has one finding for each defect', (config, paths) => {
  const { findings } = judge(operator(config), { checks: allChecks });
  expect(findings.map(({ path }) => path).sort()).toEqual(paths.map(path => `spec.meshConfig.${path}`));
});

test('what is said of the mesh config as a whole does not follow from a value', () => {
  const { findings } = judge(together(operator('connectTimeout: 10'), operator('connectTimeout: 20').replace('name: mesh', 'name: other')), { checks: allChecks });
  expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'IST0106 spec.meshConfig.connectTimeout', 'MESH096 spec.meshConfig', 'IST0106 spec.meshConfig.connectTimeout',
  ]);
});
