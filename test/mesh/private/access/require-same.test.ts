import { requireSame } from '../../../../lib/mesh/private/access/require-same';

test('what is the same passes', () => {
  expect(() => requireSame({ host: ['a', 'a'], protocol: ['http', 'http'] }, 'shop/web')).not.toThrow();
});

test('fails on the first that differs', () => {
  expect(() => requireSame({ host: ['a', 'a'], protocol: ['http', 'grpc'] }, 'shop/web')).toThrow(new Error(
    'shop/web: protocol is "http", and its contract says "grpc", on which other teams rely. Publish a contract with the actual value, or change it to match.',
  ));
});
