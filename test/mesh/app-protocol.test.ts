import { AppProtocol } from '../../lib/mesh/app-protocol';

test('the protocols are those that a mesh reads from a port', () => {
  expect(Object.values(AppProtocol)).toEqual(['grpc', 'grpc-web', 'http', 'http2', 'https', 'mongo', 'mysql', 'redis', 'tcp', 'tls', 'udp']);
});

test.each(Object.values(AppProtocol))('%s can be the name of a port, too', protocol => {
  expect(protocol).toMatch(/^[a-z][a-z0-9-]{0,14}$/);
});
