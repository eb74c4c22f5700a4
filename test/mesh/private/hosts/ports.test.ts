import { isPort, requirePort } from '../../../../lib/mesh/private/hosts/ports';

test.each([[1, true], [65535, true], [0, false], [65536, false], [80.5, false], [NaN, false], [-1, false]])('whether %d can be a port: %p', (port, expected) => {
  expect(isPort(port)).toBe(expected);
});

test('fails on a number that cannot be a port, and passes what is not said', () => {
  expect(() => requirePort(0, 'shop/edge')).toThrow(new Error('shop/edge: 0 is not a valid port. Use a whole number from 1 to 65535.'));
  expect(() => [undefined, 443].forEach(port => requirePort(port, 'shop/edge'))).not.toThrow();
});
