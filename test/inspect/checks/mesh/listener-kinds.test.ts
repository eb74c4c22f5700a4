import { listenerKindsCheck } from '../../../../lib/inspect/checks/mesh/listener-kinds';
import { judge } from '../../../support/judge';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (protocol: string, kinds: string): string => (
  kube('Gateway shop/edge', `{gatewayClassName: istio, listeners: [{name: a, port: 9000, protocol: ${protocol}, allowedRoutes: {kinds: [${kinds}]}}]}`)
);
const passing = gateway('TLS', '{kind: TCPRoute}').replace('protocol: TLS', 'protocol: TLS, tls: {mode: Passthrough}');
const at = 'spec.listeners[0].allowedRoutes.kinds';

ruleCases(listenerKindsCheck, [
  ['routes of HTTP at a listener of TCP', gateway('TCP', '{kind: HTTPRoute}'), [
    `error ${at}[0].kind: a listener with protocol TCP does not support HTTPRoute, and this one allows nothing else: no route can attach to it`,
  ]],
  ['routes of TLS at a listener of HTTPS', gateway('HTTPS', '{kind: TLSRoute, group: gateway.networking.k8s.io}'), [
    `error ${at}[0].kind: a listener with protocol HTTPS does not support TLSRoute, and this one allows nothing else: no route can attach to it`,
  ]],
  ['routes of TCP where TLS is passed on', passing, [
    `error ${at}[0].kind: a listener with protocol TLS and mode Passthrough does not support TCPRoute, and this one allows nothing else: no route can attach to it`,
  ]],
  ['a kind beside others', gateway('HTTP', '{kind: HTTPRoute}, {kind: TCPRoute}'), [`warning ${at}[1].kind: a listener with protocol HTTP does not support TCPRoute`]],
  ['a kind that is misspelled', gateway('HTTP', '{kind: HttpRoute}'), [
    `error ${at}[0].kind: a listener with protocol HTTP does not support HttpRoute, and this one allows nothing else: no route can attach to it`,
  ]],
], [
  ['kinds of the protocol', gateway('TLS', '{kind: TLSRoute}, {kind: TCPRoute}')],
  ['routes of TCP where TLS is decrypted', passing.replace('Passthrough', 'Terminate')],
  ['routes of TLS where it is passed on', passing.replace('TCPRoute', 'TLSRoute')],
  ['a protocol that nobody knows', gateway('example.com/quic', '{kind: HTTPRoute}')],
  ['a kind of another group', gateway('TCP', '{kind: HTTPRoute, group: example.com}')],
  ['a kind that nobody knows', gateway('TCP', '{kind: Tunnel}')],
  ['no kinds', gateway('TCP', '')],
]);

test('says what is meant by a kind that is misspelled', () => {
  expect(judge(gateway('HTTP', '{kind: HttpRoute}'), { checks: [listenerKindsCheck] }).findings.map(({ repair }) => repair)).toEqual(['did you mean "HTTPRoute"?']);
});
