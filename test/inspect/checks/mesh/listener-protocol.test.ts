import { listenerProtocolCheck } from '../../../../lib/inspect/checks/mesh/listener-protocol';
import { judge } from '../../../support/judge';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (...protocols: string[]): string => (
  kube('Gateway shop/edge', `{gatewayClassName: istio, listeners: [${protocols.map((protocol, at) => `{name: a${at}, port: ${80 + at}, protocol: ${protocol}}`).join(', ')}]}`)
);
const told = (protocol: string, at = 0): string => `error spec.listeners[${at}].protocol: no Gateway knows the protocol "${protocol}", so that it does not accept the listener`;

ruleCases(listenerProtocolCheck, [
  ['lower case', gateway('http'), [told('http')]],
  ['each listener', gateway('HTTP', 'Tls', 'QUIC'), [told('QUIC', 2), told('Tls', 1)]],
], [
  ['the protocols of the Gateway API', gateway('HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP')],
  ['the protocol of waypoints', gateway('HBONE')],
  ['a protocol of an implementation', gateway('example.com/quic')],
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
