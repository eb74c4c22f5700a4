import { isDnsLabel, requireDnsLabel } from '../../../lib/mesh/private/dns-label';

test.each([
  ['shop', true], ['0-9', true], ['a'.repeat(63), true], ['a'.repeat(64), false], ['', false], ['-a', false], ['a-', false], ['a.b', false], ['A', false],
])('whether %j is a label: %p', (text, expected) => {
  expect(isDnsLabel(text)).toBe(expected);
});

test('a label is required by the name of what it is for', () => {
  expect(requireDnsLabel('shop', 'mesh: revision')).toBe('shop');
  expect(() => requireDnsLabel('Shop', 'mesh: revision'))
    .toThrow(new Error('mesh: revision: "Shop" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.'));
});
