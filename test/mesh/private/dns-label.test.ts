import { isDnsLabel } from '../../../lib/mesh/private/dns-label';

test.each([
  ['shop', true], ['0-9', true], ['a'.repeat(63), true], ['a'.repeat(64), false], ['', false], ['-a', false], ['a-', false], ['a.b', false], ['A', false],
])('whether %j is a label: %p', (text, expected) => {
  expect(isDnsLabel(text)).toBe(expected);
});
