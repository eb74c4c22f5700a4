import { exitSubset } from '../../../../lib/mesh/private/gateways/exit-subset';

test('a host has a name without dots', () => {
  expect(exitSubset('pay.example.com', 'egress')).toBe('pay-example-com');
});

test('fails on a name that would be too long', () => {
  const host = `${'a'.repeat(60)}.com`;
  expect(() => exitSubset(host, 'egress')).toThrow(new Error(
    `egress: the gateway identifies "${host}" by its name, which may have at most 63 characters here. Call it without the gateway.`,
  ));
});
