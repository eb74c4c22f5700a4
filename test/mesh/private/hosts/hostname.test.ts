import { covers, requireHostname } from '../../../../lib/mesh/private/hosts/hostname';

const LONG = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(60)}x`;

test.each(['shop.example.com', '*.example.com', '*.local', '*', 'xn--bcher-kva.example', '1.example.com', LONG])('%s is a hostname', hostname => {
  expect(requireHostname(hostname, 'shop/edge')).toBe(hostname);
});

test.each([
  'https://shop.example.com', 'HTTP://Shop.Example.com:8080/path?query', 'shop.example.com:443', 'shop.example.com/orders', 'Shop.Example.com', 'shop.example.com.',
])('fails on %s, and says what is left', hostname => {
  expect(() => requireHostname(hostname, 'shop/edge'))
    .toThrow(new Error(`shop/edge: "${hostname}" is not a hostname. Write only the name, in lowercase: "shop.example.com".`));
});

test.each([
  '', 'shop', 'localhost', 'istio-ingress/shop.example.com', 'shop.*.com', '*shop.example.com', 'a.*', '**', '*.1', '10.0.0.1', '[::1]', 'a..b', '-a.example.com', 'a-.example.com',
  'a_b.example.com', 'bücher.example', `${'a'.repeat(64)}.example.com`, `${LONG}y`,
])('fails on %j', hostname => {
  expect(() => requireHostname(hostname, 'shop/edge')).toThrow(new Error(
    `shop/edge: "${hostname}" is not a hostname. It needs at least one dot and at most 189 characters; its labels consist of lowercase letters, digits and inner hyphens, the last not only of digits; and "*" may be the whole first label, or all of it.`,
  ));
});

test.each([
  ['shop.example.com', 'shop.example.com', true],
  ['shop.example.com', 'api.example.com', false],
  ['*.example.com', 'shop.example.com', true],
  ['*.example.com', 'eu.shop.example.com', true],
  ['*.example.com', '*.shop.example.com', true],
  ['*.example.com', 'example.com', false],
  ['*.example.com', 'shopexample.com', false],
  ['shop.example.com', '*.example.com', false],
  ['*', 'shop.example.com', true],
  ['*', '*', true],
  ['*.example.com', '*', false],
])('what serves %s covers %s: %s', (served, hostname, answer) => {
  expect(covers(served, hostname)).toBe(answer);
});
