import { requireRange } from '../../../lib/mesh/private/address-range';

test.each(['0.0.0.0/0', '10.0.0.0/8', '192.0.2.7/32', '2001:db8::/32', '::1/128'])('%s is a range of addresses', range => {
  expect(requireRange(range, 'x')).toBe(range);
});

test.each(['', '10.0.0.0', '10.0.0/8', '10.0.0.0/33', '10.0.0.0/08', '10.0.0.0/-1', '10.0.0.0/8/8', '10.0.0.0/', '::1/129', 'fe80::1%eth0/64', 'shop.example.com/8'])('fails on "%s"', range => {
  expect(() => requireRange(range, 'shop/web: x')).toThrow(new Error(
    `shop/web: x cannot hold "${range}". Use a CIDR range, such as "10.0.0.0/8" or "192.0.2.7/32".`,
  ));
});
