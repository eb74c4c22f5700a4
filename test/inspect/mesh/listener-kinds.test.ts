import { Field } from '../../../lib/inspect/mesh/field';
import { kindsOfListener } from '../../../lib/inspect/mesh/listener-kinds';

test.each([
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TLS', ['TCPRoute', 'TLSRoute']],
  ['UDP', ['UDPRoute']],
  ['constructor', undefined],
  ['example.com/quic', undefined],
])('a listener of %s takes the routes that go with it', (protocol, kinds) => {
  expect(kindsOfListener(Field.root({ protocol }))).toEqual(kinds);
});
