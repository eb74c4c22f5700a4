import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['isIP("10.0.0.1")', true],
  ['isIP("fe80::1%eth0")', false],
  ['ip.isCanonical("::1")', true],
  ['ip.isCanonical("0::1")', false],
  ['string(ip("0::1"))', '::1'],
  ['ip("::1").family()', 6n],
  ['ip("0.0.0.0").isUnspecified()', true],
  ['ip("127.0.0.1").isLoopback()', true],
  ['ip("224.0.0.1").isLinkLocalMulticast()', true],
  ['ip("169.254.0.1").isLinkLocalUnicast()', true],
  ['ip("8.8.8.8").isGlobalUnicast()', true],
  ['ip("::1") == ip("0::1")', true],
  ['type(ip("::1")) == net.IP', true],
  ['ip("a")', 'error: IP Address "a" parse error during conversion from string: ParseAddr("a"): unable to parse IP'],
  ['ip.isCanonical("a")', 'error: IP Address "a" parse error during conversion from string: ParseAddr("a"): unable to parse IP'],
])('%s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
