import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { IpAddress } from '../../../../../lib/inspect/schema/cel/library/ip-address';

test.each([
  ['127.0.0.1', '127.0.0.1'], ['::', '::'], ['0:0:0:0:0:0:0:1', '::1'], ['2001:DB8::0001', '2001:db8::1'], ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['1:0:0:2:3:0:0:4', '1::2:3:0:0:4'], ['1:2:3:4:5:6:7:0', '1:2:3:4:5:6:7:0'], ['1::3:4:5:6:7:8', '1:0:3:4:5:6:7:8'], ['::1.2.3.4', '::102:304'],
])('the canonical text of %s is %s', (text, canonical) => {
  expect(IpAddress.parse(text).text()).toBe(canonical);
});

const LABELS = ['isUnspecified', 'isLoopback', 'isMulticast', 'isLinkLocalMulticast', 'isLinkLocalUnicast', 'isGlobalUnicast'] as const;

test.each([
  ['0.0.0.0', ['isUnspecified']], ['127.1.2.3', ['isLoopback']], ['224.0.0.1', ['isMulticast', 'isLinkLocalMulticast']], ['224.0.1.1', ['isMulticast']],
  ['169.254.1.1', ['isLinkLocalUnicast']], ['10.0.0.1', ['isGlobalUnicast']], ['255.255.255.255', []],
  ['::', ['isUnspecified']], ['::1', ['isLoopback']], ['ff02::1', ['isMulticast', 'isLinkLocalMulticast']], ['ff0e::1', ['isMulticast']],
  ['fe80::1', ['isLinkLocalUnicast']], ['2001:db8::1', ['isGlobalUnicast']],
])('%s is %j', (text, labels) => {
  const ip = IpAddress.parse(text);
  expect(LABELS.filter(label => ip[label])).toEqual(labels);
});

test('an address is of one of two families', () => {
  expect([IpAddress.parse('10.0.0.1').family, IpAddress.parse('::1').family]).toEqual([4n, 6n]);
});

test('two are equal when all their bytes are', () => {
  expect(['::1', '::2', '0.0.0.1'].map(text => IpAddress.parse('0::1').equals(IpAddress.parse(text)))).toEqual([true, false, false]);
  expect(() => IpAddress.parse('::1').equals('::1')).toThrow(new CelError('no such overload'));
});

test.each([
  ['fe80::1%eth0', 'IP address "fe80::1%eth0" with zone value is not allowed'],
  ['::ffff:1.2.3.4', 'IPv4-mapped IPv6 address "::ffff:1.2.3.4" is not allowed'],
  ['a', 'IP Address "a" parse error during conversion from string: ParseAddr("a"): unable to parse IP'],
])('fails on %s', (text, message) => {
  expect(() => IpAddress.parse(text)).toThrow(new CelError(message));
});
