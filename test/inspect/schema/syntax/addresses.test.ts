import { isAddress, isCidr } from '../../../../lib/inspect/schema/syntax/addresses';

test.each(['10.0.0.1', '010.000.0.01', 'fd00::1', '::ffff:10.0.0.1'])('%s is an address', text => {
  expect(isAddress(text)).toBe(true);
});

test.each(['', '10.0.0', '10.0.0.256', 'fe80::1%eth0', '10.0.0.0/8', 'a'])('"%s" is none', text => {
  expect(isAddress(text)).toBe(false);
});

test.each(['10.0.0.0/8', '010.0.0.0/08', '10.0.0.1/32', 'fd00::/128'])('%s is a range', text => {
  expect(isCidr(text)).toBe(true);
});

test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129', 'fe80::1%eth0/64'])('"%s" is none', text => {
  expect(isCidr(text)).toBe(false);
});
