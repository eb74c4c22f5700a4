import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { parseIp } from '../../../../../lib/inspect/schema/cel/library/ip-bytes';

/** The bytes in hexadecimal digits. */
const bytesOf = (text: string): string => Buffer.from(parseIp(text).bytes).toString('hex');

test.each([
  ['1.2.3.255', '010203ff'],
  ['::', '0'.repeat(32)],
  ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
  ['::8', `${'0'.repeat(31)}8`],
  ['1::', `0001${'0'.repeat(28)}`],
  ['1::8', `0001${'0'.repeat(24)}0008`],
  ['ABcd::', `abcd${'0'.repeat(28)}`],
  ['::ffff:1.2.3.4', '00000000000000000000ffff01020304'],
  ['1:2:3:4:5:6:1.2.3.4', '00010002000300040005000601020304'],
])('%s has the bytes %s', (text, bytes) => {
  expect(bytesOf(text)).toBe(bytes);
});

test('an IPv6 address may have a zone', () => {
  expect([parseIp('fe80::1%eth0').zone, parseIp('fe80::1').zone, parseIp('1.2.3.4').zone]).toEqual(['eth0', '', '']);
});

test.each([
  ['', 'unable to parse IP'],
  ['localhost', 'unable to parse IP'],
  ['%eth0', 'missing IPv6 address'],
  ['1.2.3', 'IPv4 address too short'],
  ['1.2.3.4.5', 'IPv4 address too long'],
  ['1.2.3.256', 'IPv4 field has value >255'],
  ['1.2.3.04', 'IPv4 field has octet with leading zero'],
  ['1..3.4', 'IPv4 field must have at least one digit (at ".3.4")'],
  ['1.2.3.', 'IPv4 field must have at least one digit (at ".")'],
  ['1.2.3.4a', 'unexpected character (at "a")'],
  ['fe80::1%', 'zone must be a non-empty string'],
  ['12345::', 'each group must have 4 or less digits (at "12345::")'],
  ['1:g::', 'each colon-separated field must have at least one digit (at "g::")'],
  [':1::', 'each colon-separated field must have at least one digit (at ":1::")'],
  ['1:2', 'address string too short'],
  ['1:2:', 'colon must be followed by more characters (at ":")'],
  ['1:2x', 'unexpected character, want colon (at "x")'],
  ['1::2::3', 'multiple :: in address (at ":3")'],
  ['1:2:3:4:5:6:7:8:9', 'trailing garbage after address (at "9")'],
  ['1:2:3:4:5:6:7::8', 'the :: must expand to at least one field of zeros'],
  ['1:2:1.2.3.4', 'embedded IPv4 address must replace the final 2 fields of the address (at "1.2.3.4")'],
  ['1::3:4:5:6:7:8:1.2.3.4', 'too many hex fields to fit an embedded IPv4 at the end of the address (at "1.2.3.4")'],
])('fails on %j: %s', (text, message) => {
  expect(() => parseIp(text)).toThrow(new CelError(`ParseAddr(${JSON.stringify(text)}): ${message}`));
});
