import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { Cidr } from '../../../../../lib/inspect/schema/cel/library/cidr';
import { IpAddress } from '../../../../../lib/inspect/schema/cel/library/ip-address';

test('a network has an address and a prefix', () => {
  const network = Cidr.parse('192.168.1.7/16');
  expect([network.ip.text(), network.prefixLength, network.text(), network.masked.text()]).toEqual(['192.168.1.7', 16, '192.168.1.7/16', '192.168.0.0/16']);
});

test.each([
  ['10.9.8.7/0', '0.0.0.0/0'], ['10.9.8.7/9', '10.0.0.0/9'], ['10.255.8.7/9', '10.128.0.0/9'], ['10.9.8.7/32', '10.9.8.7/32'],
  ['2001:db8:ffff::1/33', '2001:db8:8000::/33'], ['::1/128', '::1/128'],
])('%s without the bits behind the prefix is %s', (text, masked) => {
  expect(Cidr.parse(text).masked.text()).toBe(masked);
});

test('a network contains the addresses that begin as it does', () => {
  const network = Cidr.parse('192.168.0.0/23');
  expect(['192.168.0.0', '192.168.1.255', '192.168.2.0', '::ffff'].map(text => network.containsIp(IpAddress.parse(text)))).toEqual([true, true, false, false]);
});

test('a network contains those that begin as it does and go on', () => {
  const network = Cidr.parse('192.168.0.0/16');
  expect(['192.168.0.0/16', '192.168.7.0/24', '192.168.0.0/15', '192.169.0.0/24', '::/0'].map(text => network.containsCidr(Cidr.parse(text))))
    .toEqual([true, true, false, false, false]);
});

test('two are equal when address and prefix are', () => {
  expect(['10.0.0.0/8', '10.0.0.1/8', '10.0.0.0/9'].map(text => Cidr.parse('10.0.0.0/8').equals(Cidr.parse(text)))).toEqual([true, false, false]);
  expect(() => Cidr.parse('10.0.0.0/8').equals('10.0.0.0/8')).toThrow(new CelError('no such overload'));
});

test.each([
  ['10.0.0.0', 'no \'/\''],
  ['10.0.0/8', 'ParseAddr("10.0.0"): IPv4 address too short'],
  ['10.0.0.0/08', 'bad bits after slash: "08"'],
  ['10.0.0.0/+8', 'bad bits after slash: "+8"'],
  ['10.0.0.0/', 'bad bits after slash: ""'],
  ['10.0.0.0/33', 'prefix length out of range'],
  ['::/129', 'prefix length out of range'],
  ['fe80::1%eth0/64', 'IPv6 zones cannot be present in a prefix'],
])('fails on %s: %s', (text, message) => {
  const prefix = 'network address parse error during conversion from string: ';
  expect(() => Cidr.parse(text)).toThrow(new CelError(`${prefix}${prefix}netip.ParsePrefix("${text}"): ${message}`));
});

test('fails on an IPv4 address dressed as IPv6', () => {
  expect(() => Cidr.parse('::ffff:10.0.0.0/104')).toThrow(
    new CelError('network address parse error during conversion from string: IPv4-mapped IPv6 address "::ffff:10.0.0.0/104" is not allowed'),
  );
});
