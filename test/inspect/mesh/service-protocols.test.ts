import { Field } from '../../../lib/inspect/mesh/field';
import { protocolOf, protocolPlace } from '../../../lib/inspect/mesh/service-protocols';

test.each([
  [{ name: 'http' }, 'http'],
  [{ name: 'HTTP2-web' }, 'http2'],
  [{ name: 'grpc-web-store' }, 'grpc-web'],
  [{ name: 'grpc' }, 'grpc'],
  [{ name: 'web' }, undefined],
  [{}, undefined],
  [{ port: 3306 }, 'tcp'],
  [{ name: 'dns', protocol: 'UDP' }, 'udp'],
  [{ name: 'web', appProtocol: 'http' }, 'http'],
  [{ name: 'http', appProtocol: 'acme' }, undefined],
  [{ name: 'web', appProtocol: 'kubernetes.io/h2c' }, 'http2'],
  [{ name: 'kubernetes.io/h2c' }, undefined],
  [{ name: 7, port: '80' }, undefined],
])('the protocol of the port %j is %s', (port, expected) => {
  expect(protocolOf(Field.root(port))).toBe(expected);
});

test('the protocol is said by appProtocol, else by the name', () => {
  expect([{ name: 'web' }, { name: 'web', appProtocol: 'http' }].map(port => protocolPlace(Field.root(port)).key)).toEqual(['name', 'appProtocol']);
});
