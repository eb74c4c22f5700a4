import { listenerProtocolCheck } from '../../../../lib/inspect/checks/mesh/listener-protocol';
import { judge } from '../../../support/judge';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const listeners = (className: string, ...protocols: string[]): string => (
  kube('Gateway shop/edge', `{gatewayClassName: ${className}, listeners: [${protocols.map((protocol, at) => `{name: a${at}, port: ${80 + at}, protocol: ${protocol}}`).join(', ')}]}`)
);
const gateway = (...protocols: string[]): string => listeners('example', ...protocols);
const ofIstio = (...protocols: string[]): string => listeners('istio', ...protocols);
const gatewayClass = (name: string, controller: string): string => (
  `{apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: ${name}}, spec: {controllerName: ${controller}}}`
);
const told = (protocol: string, at = 0, who = 'no Gateway', why = ''): string => (
  `error spec.listeners[${at}].protocol: ${who} supports the protocol "${protocol}"${why}, so the listener is not accepted`
);

ruleCases(listenerProtocolCheck, [
  ['lower case', gateway('http'), [told('http')]],
  ['each listener', gateway('HTTP', 'Tls', 'QUIC'), [told('QUIC', 2), told('Tls', 1)]],
  ['what nobody knows at a Gateway of Istio', ofIstio('http'), [told('http')]],
  ['UDP at a Gateway of Istio', ofIstio('HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP'), [told('UDP', 4, 'no Gateway of Istio')]],
  ['a protocol of another implementation at a Gateway of Istio', ofIstio('example.com/quic'), [told('example.com/quic', 0, 'no Gateway of Istio')]],
  ['the protocol of waypoints at another Gateway', ofIstio('HBONE'), [told('HBONE', 0, 'no Gateway of Istio', ', which is for waypoints')]],
  ['a class of Istio', together(gateway('HBONE'), gatewayClass('example', 'istio.io/gateway-controller')), [told('HBONE', 0, 'no Gateway of Istio', ', which is for waypoints')]],
  ['UDP between networks', listeners('istio-east-west', 'UDP'), [told('UDP', 0, 'no Gateway of Istio')]],
], [
  ['the protocol of waypoints where it belongs', listeners('istio-east-west', 'HBONE')],
  ['a class of Istio of which nobody knows what it is for', listeners('istio-waypoint-large', 'HBONE')],
  ['a gateway of another network, of which istiod makes nothing', listeners('istio-remote', 'UDP', 'example.com/quic')],
  ['a waypoint, of which another check speaks', listeners('istio-waypoint', 'http')],
  ['a class that says that it is not of Istio', together(ofIstio('UDP'), gatewayClass('istio', 'example.com/gateways'))],
  ['the protocols of the Gateway API', gateway('HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP')],
  ['the protocol of waypoints', gateway('HBONE')],
  ['a protocol of an implementation', gateway('example.com/quic')],
  ['what the definition refuses', ofIstio('TLS_PASSTHROUGH', 'http-', 'Example/')],
  ['what is no text, or empty', gateway('7', '""', '{a: b}', 'null')],
  ['listeners that are none', kube('Gateway shop/edge', '{listeners: {protocol: http}}')],
  ['servers of a Gateway of Istio', kube('IstioGateway shop/edge', '{listeners: [{protocol: http}]}')],
]);

test.each([
  ['http', 'write HTTP'],
  ['HTTP2', 'write HTTP'],
  ['GRPC', 'write HTTP'],
  ['https', 'write HTTPS'],
  ['HTTTPS', 'write HTTPS'],
  ['hbone', 'write HBONE'],
  ['MONGO', 'write one of HTTP, HTTPS, TLS, TCP, UDP'],
])('instead of %s: %s', (protocol, repair) => {
  expect(judge(gateway(protocol), { checks: [listenerProtocolCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
});

test.each(['UDP', 'HBONE', 'MONGO'])('at a Gateway of Istio the repair does not offer what it refuses, such as %s', protocol => {
  expect(judge(ofIstio(protocol), { checks: [listenerProtocolCheck] }).findings.map(finding => finding.repair)).toEqual(['write one of HTTP, HTTPS, TLS, TCP']);
});
