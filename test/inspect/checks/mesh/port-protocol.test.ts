import { portProtocolCheck } from '../../../../lib/inspect/checks/mesh/port-protocol';
import { documents, flowObject, service } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';
import { operator } from '../../../support/mesh-configs';

const checks = [portProtocolCheck];

const collector = (port: string): string => service('obs/collector', 'app: collector', `{${port}}`);
const outside = '{apiVersion: v1, kind: Namespace, metadata: {name: obs, labels: {istio-injection: disabled}}}';
const provider = (settings: string): string => (
  operator(`extensionProviders: [{name: otel, opentelemetry: {service: collector.obs.svc.cluster.local, ${settings}}}]`)
);

const VS = 'apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: vs, namespace: shop}';
const DR = 'apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: dr, namespace: obs}';

test('[F141] a port for OTLP by gRPC that does not say so is found, since its spans are lost', () => {
  expect(found(collector('name: otlp-grpc, port: 4317'), { checks })).toEqual([
    'MESH021 port-without-protocol | Service obs/collector | spec.ports[0].name'
    + ' | port 4317 takes OTLP by gRPC, and "otlp-grpc" says no protocol: proxies send HTTP/1.1 there, and all spans are lost',
  ]);
});

test('one for OTLP by HTTP is a warning', () => {
  expect(judge(collector('port: 4318'), { checks }).findings.map(({ severity, message, repair }) => [severity, message, repair])).toEqual([
    ['warning', 'port 4318 takes OTLP by HTTP, and it says no protocol: proxies have to guess it', 'name it http-otlp, or set appProtocol: http'],
  ]);
});

test.each([
  ['a port that leads to 4317', collector('name: otlp, port: 80, targetPort: 4317'), 'error'],
  ['a port with another protocol', collector('name: http-otlp, port: 4317'), 'error'],
  ['a port whose appProtocol says another', collector('name: grpc-otlp, appProtocol: tcp, port: 4317'), 'error'],
  ['a port that a provider of the mesh names', documents(collector('name: otlp, port: 55680'), provider('port: 55680')), 'error'],
  ['a port that a provider names for HTTP', documents(collector('name: otlp, port: 80'), provider('port: 80, http: {path: /v1/traces}')), 'warning'],
  ['a port for gRPC outside the mesh', documents(collector('name: otlp, port: 4317'), outside), 'error'],
  ['a port for HTTP outside the mesh that a provider names', documents(collector('name: otlp, port: 4318'), outside, provider('port: 4318, http: {path: /}')), 'warning'],
])('%s is found', (_, yaml, severity) => {
  expect(judge(yaml, { checks }).findings.map(finding => finding.severity)).toEqual([severity]);
});

test.each([
  ['its name', collector('name: grpc-otlp, port: 4317')],
  ['its name, which may be HTTP/2', collector('name: http2, port: 4317')],
  ['its appProtocol', collector('name: otlp, appProtocol: kubernetes.io/h2c, port: 4317')],
  ['its name, for HTTP', collector('name: http-otlp, port: 4318')],
  ['the transport', collector('name: otlp, port: 4317, protocol: UDP')],
])('nothing is said of a port that says its protocol by %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test.each([
  ['other ports outside the mesh', documents(collector('name: otlp, port: 55680'), outside)],
  ['a port outside beside rules of another host', documents(collector('port: 80'), outside, `{${DR}, spec: {host: other}}`)],
  ['a port on which servers speak first', collector('name: db, port: 3306')],
  ['a port for HTTP outside the mesh', documents(collector('name: otlp, port: 4318'), outside)],
  ['an alias of a host', flowObject('v1', 'Service', ['obs/collector', 'type: ExternalName, externalName: a.b, ports: [{port: 4317}]'])],
  ['a Service of the control plane', flowObject('v1', 'Service', ['istio-system/istiod', 'ports: [{port: 4317}]'], 'labels: {istio: pilot}')],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test.each(['constructor', '__proto__'])('the port %s is a name as any', name => {
  const { findings, crashes } = judge(collector(`name: http, port: 80, targetPort: ${name}`), { checks });
  expect([findings, crashes]).toEqual([[], []]);
});

test.each([
  ['any port', collector('port: 80'), 'port 80 declares no protocol, so proxies guess it'],
  ['another port of a Service that a provider names', documents(collector('name: otlp, port: 80'), provider('port: 55680')), 'port 80 declares no protocol, so proxies guess it'],
  ['a port outside to which a VirtualService leads', documents(collector('port: 80'), outside, `{${VS}, spec: {http: [{route: [{destination: {host: collector.obs.svc.cluster.local}}]}]}}`), 'port 80 declares no protocol, so proxies guess it'],
  ['a port outside with a DestinationRule', documents(collector('port: 80'), outside, `{${DR}, spec: {host: collector}}`), 'port 80 declares no protocol, so proxies guess it'],
])('%s of the mesh that says no protocol is a warning', (_, yaml, message) => {
  expect(judge(yaml, { checks }).findings.map(finding => [finding.severity, finding.message])).toEqual([['warning', message]]);
});

test('istioctl says so as well, of every port, and then it is one finding', () => {
  const { findings } = judge(collector('port: 80'), { filter: { only: ['IST0118'], skip: [] } });
  expect(findings.map(({ code, aliases, severity }) => [code, aliases, severity])).toEqual([['IST0118', ['MESH021'], 'warning']]);
});
