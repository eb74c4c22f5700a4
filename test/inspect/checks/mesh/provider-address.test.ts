import { providerAddressCheck } from '../../../../lib/inspect/checks/mesh/provider-address';
import { flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';
import { meshConfigMap, operator } from '../../../support/mesh-configs';

const checks = [providerAddressCheck];
const COLLECTOR = flowObject('v1', 'Service', ['observability/collector', 'ports: [{name: grpc-otlp, port: 4317}]']);
const HOST = 'collector.observability.svc.cluster.local';

function provider(kind: string, service: string, port: number): string {
  return `extensionProviders: [{name: one, ${kind}: {service: ${service}, port: ${port}}}]`;
}

test('[F065] the port of a collector that its Service does not have is found where it stands', () => {
  expect(found([COLLECTOR, operator(provider('opentelemetry', HOST, 4319))].join('\n---\n'), { checks })).toEqual([
    'MESH098 provider-address | IstioOperator istio-system/mesh | spec.meshConfig.extensionProviders[0].opentelemetry.port'
    + ` | ${HOST} has no port 4319, but 4317`,
  ]);
});

test.each([
  ['of an authorizer', operator(provider('envoyExtAuthzGrpc', HOST, 9000)), `${HOST} has no port 9000, but 4317`],
  ['with a namespace in front', operator(provider('zipkin', `observability/${HOST}`, 9411)), `${HOST} has no port 9411, but 4317`],
  ['in a ConfigMap', meshConfigMap(provider('envoyOtelAls', HOST, 4318)), `${HOST} has no port 4318, but 4317`],
  ['a host that is not there', operator(provider('opentelemetry', 'otel.observability.svc.cluster.local', 4317)), 'no Service or ServiceEntry in the input provides otel.observability.svc.cluster.local'],
  ['a short host', operator(provider('opentelemetry', 'collector', 4317)), 'Istio looks up collector as a full host name, without adding a namespace, and finds none'],
])('%s', (_, config, message) => {
  expect(judge([COLLECTOR, config].join('\n---\n'), { checks }).findings.map(finding => finding.message)).toEqual([message]);
});

test.each([
  ['the port is there', provider('opentelemetry', HOST, 4317)],
  ['the provider names no service', 'extensionProviders: [{name: one, prometheus: {}}, {name: two, envoyFileAccessLog: {path: /dev/stdout}}]'],
  ['the namespace is not in the input', provider('opentelemetry', 'collector.elsewhere.svc.cluster.local', 4319)],
])('nothing is said where %s', (_, config) => {
  expect(judge([COLLECTOR, operator(config)].join('\n---\n'), { checks }).findings).toEqual([]);
});

test('nothing is said of ports that cannot be read', () => {
  const misspelled = [COLLECTOR.replace('ports:', 'porst:'), COLLECTOR.replace('port: 4317', 'prt: 4317')];
  expect(misspelled.map(service => judge([service, operator(provider('opentelemetry', HOST, 4319))].join('\n---\n'), { checks }).findings)).toEqual([[], []]);
});

test('whoever else sees the Service, Istio itself does', () => {
  const own = flowObject('v1', 'Service', ['observability/collector', 'ports: [{name: grpc-otlp, port: 4317}]']).replace('metadata: {', 'metadata: {annotations: {networking.istio.io/exportTo: "."}, ');
  expect(own).toContain('exportTo');
  expect(judge([own, operator(provider('opentelemetry', HOST, 4317))].join('\n---\n'), { checks }).findings).toEqual([]);
});
