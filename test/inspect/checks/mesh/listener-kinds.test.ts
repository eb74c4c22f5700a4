import { listenerKindsCheck } from '../../../../lib/inspect/checks/mesh/listener-kinds';
import { judge } from '../../../support/judge';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (protocol: string, kinds: string): string => (
  kube('Gateway shop/edge', `{gatewayClassName: istio, listeners: [{name: a, port: 9000, protocol: ${protocol}, allowedRoutes: {kinds: [${kinds}]}}]}`)
);
const at = 'spec.listeners[0].allowedRoutes.kinds';

ruleCases(listenerKindsCheck, [
  ['routes of HTTP at a listener of TCP', gateway('TCP', '{kind: HTTPRoute}'), [
    `error ${at}[0].kind: a listener of TCP takes no HTTPRoute, and this one lets in nothing else: no route hangs on it`,
  ]],
  ['routes of TLS at a listener of HTTPS', gateway('HTTPS', '{kind: TLSRoute, group: gateway.networking.k8s.io}'), [
    `error ${at}[0].kind: a listener of HTTPS takes no TLSRoute, and this one lets in nothing else: no route hangs on it`,
  ]],
  ['a kind beside others', gateway('HTTP', '{kind: HTTPRoute}, {kind: TCPRoute}'), [`warning ${at}[1].kind: a listener of HTTP takes no TCPRoute`]],
  ['a kind that is misspelled', gateway('HTTP', '{kind: HttpRoute}'), [
    `error ${at}[0].kind: a listener of HTTP takes no HttpRoute, and this one lets in nothing else: no route hangs on it`,
  ]],
], [
  ['kinds of the protocol', gateway('TLS', '{kind: TLSRoute}, {kind: TCPRoute}')],
  ['a protocol that nobody knows', gateway('example.com/quic', '{kind: HTTPRoute}')],
  ['a kind of another group', gateway('TCP', '{kind: HTTPRoute, group: example.com}')],
  ['a kind that nobody knows', gateway('TCP', '{kind: Tunnel}')],
  ['no kinds', gateway('TCP', '')],
]);

test('says what is meant by a kind that is misspelled', () => {
  expect(judge(gateway('HTTP', '{kind: HttpRoute}'), { checks: [listenerKindsCheck] }).findings.map(({ repair }) => repair)).toEqual(['did you mean "HTTPRoute"?']);
});
