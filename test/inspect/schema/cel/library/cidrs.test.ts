import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['isCIDR("10.0.0.0/8")', true],
  ['isCIDR("10.0.0.0")', false],
  ['string(cidr("10.0.0.7/8"))', '10.0.0.7/8'],
  ['string(cidr("10.0.0.7/8").masked())', '10.0.0.0/8'],
  ['string(cidr("10.0.0.7/8").ip())', '10.0.0.7'],
  ['cidr("10.0.0.7/8").prefixLength()', 8n],
  ['cidr("10.0.0.0/8").containsIP("10.1.2.3")', true],
  ['cidr("10.0.0.0/8").containsIP(ip("11.1.2.3"))', false],
  ['cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16")', true],
  ['cidr("10.0.0.0/8").containsCIDR(cidr("0.0.0.0/0"))', false],
  ['cidr("10.0.0.0/8") == cidr("10.0.0.0/8")', true],
  ['type(cidr("10.0.0.0/8")) == net.CIDR', true],
  ['cidr("10.0.0.0/8").containsIP("nothing")', 'error: no such overload'],
])('%s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
