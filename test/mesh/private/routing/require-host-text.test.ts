import { requireHostText } from '../../../../lib/mesh/private/routing/require-host-text';

test.each([undefined, 'orders', 'shop.example.com', '10.0.0.1'])('%s passes', host => {
  expect(() => requireHostText(host, 'here')).not.toThrow();
});

test.each(['', 'Shop', 'shop:80', 'shop/', '.shop', '*.example.com'])('fails on "%s"', host => {
  expect(() => requireHostText(host, 'here')).toThrow(new Error(`here: "${host}" is not a host name. Write only its name, in lowercase, such as "shop.example.com".`));
});
