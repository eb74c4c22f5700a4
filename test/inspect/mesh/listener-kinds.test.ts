import { Field } from '../../../lib/inspect/mesh/field';
import { kindsOfListener, protocolsOf } from '../../../lib/inspect/mesh/listener-kinds';

test.each([
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TLS', ['TCPRoute', 'TLSRoute']],
  ['UDP', ['UDPRoute']],
  ['constructor', undefined],
  ['example.com/quic', undefined],
])('a listener of %s takes the routes that go with it', (protocol, kinds) => {
  expect(kindsOfListener(Field.root({ protocol }))).toEqual(kinds);
});

test.each([
  [{ protocol: 'TLS', tls: { mode: 'Passthrough' } }, ['TLSRoute']],
  [{ protocol: 'TLS', tls: { mode: 'Terminate' } }, ['TCPRoute', 'TLSRoute']],
  [{ protocol: 'HTTPS', tls: { mode: 'Passthrough' } }, ['HTTPRoute', 'GRPCRoute']],
])('what is passed on has no connections of TCP for routes: %j', (listener, kinds) => {
  expect(kindsOfListener(Field.root(listener))).toEqual(kinds);
});

test.each([['TLSRoute', ['TLS']], ['TCPRoute', ['TCP', 'TLS with mode Terminate']], ['GRPCRoute', ['HTTP', 'HTTPS']]])('a %s needs listeners of some protocols', (kind, protocols) => {
  expect(protocolsOf(kind)).toEqual(protocols);
});
