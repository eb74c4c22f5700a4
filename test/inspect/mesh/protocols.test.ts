import { isHttp, isTcp, isTls, KNOWN_PROTOCOLS } from '../../../lib/inspect/mesh/protocols';

test.each([
  ['HTTP', true, false, false],
  ['grpc-web', true, false, false],
  ['HTTPS', false, true, true],
  ['tls', false, true, true],
  ['Mongo', false, false, true],
  ['UDP', false, false, false],
  ['http3', false, false, false],
])('%s is HTTP: %s, TLS: %s, a stream of bytes: %s', (name, ...expected) => {
  expect([isHttp, isTls, isTcp].map(is => is(name))).toEqual(expected);
});

test('all of them are known', () => {
  expect([...KNOWN_PROTOCOLS].join(' ')).toBe('http http2 http_proxy grpc grpc-web tcp https tls mongo redis mysql udp');
});
