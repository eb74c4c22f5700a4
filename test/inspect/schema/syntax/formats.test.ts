import { hasFormat } from '../../../../lib/inspect/schema/syntax/formats';

const formats: ReadonlyArray<readonly [string, readonly string[], readonly string[]]> = [
  ['bsonobjectid', ['507f1f77bcf86cd799439011'], ['507f1f77', 'x'.repeat(24)]],
  ['byte', ['YQ==', 'YWI=', 'YWJj'], ['', 'YQ', 'YW\nJj', '%']],
  ['cidr', ['10.0.0.0/8', '010.0.0.0/8', '2001:db8::/64', '0.0.0.0/0'], ['10.0.0.0', '10.0.0.0/33', '10.0.0/8', '2001:db8::/129', '10.0.0.0/8/8', '10.0.0.0/-1', '/8']],
  ['date', ['2024-02-29'], ['2023-02-29']],
  ['date-time', ['2024-01-02T03:04:05Z'], ['2024-01-02']],
  ['duration', ['5s', '1h30m', '-1.5h', '0', '5 minutes', '1 Day', 'wait 2 weeks'], ['', '5', 's', '5 x', 'five minutes']],
  ['email', ['a@example.com', 'A B <a@example.com>'], ['a', 'a@', '@b']],
  ['hexcolor', ['#fff', 'A0B1C2'], ['#ffff', 'red']],
  ['hostname', ['a', 'a.example.com', '1-a.org'], ['-a', 'a_b', 'a.b-', '', `${'x'.repeat(64)}.com`, `${'x.'.repeat(128)}com`]],
  ['ipv4', ['1.2.3.4', '010.2.3.4', '::ffff:1.2.3.4'], ['1.2.3', '256.1.1.1', '::1']],
  ['ipv6', ['::1', '2001:db8::1', '::ffff:1.2.3.4'], ['1.2.3.4', 'fe80::1%eth0', ':::']],
  ['mac', ['01:23:45:67:89:ab', '01-23-45-67-89-AB-CD-EF', '0123.4567.89ab'], ['01:23:45:67:89', '01:23-45:67:89:ab', '0123.4567']],
  ['rgbcolor', ['rgb(1, 2,255)'], ['rgb(256,0,0)', 'rgb(1,2)']],
  ['ssn', ['123-45-6789', '123 45 6789'], ['123456789', '123-45-678']],
  ['uri', ['https://example.com/a?b', '/a', '*', 'mailto:x'], ['a', '', 'example.com/a', 'https://a b', '/%zz', '/a\n']],
  ['uuid', ['123E4567-e89b-12d3-a456-426614174000', '123e4567e89b12d3a456426614174000'], ['123e4567', 'g23e4567-e89b-12d3-a456-426614174000']],
  ['uuid3', ['123e4567-e89b-32d3-a456-426614174000'], ['123e4567-e89b-42d3-a456-426614174000']],
  ['uuid4', ['123e4567-e89b-42d3-a456-426614174000'], ['123e4567-e89b-42d3-c456-426614174000']],
  ['uuid5', ['123e4567-e89b-52d3-a456-426614174000'], ['123e4567-e89b-42d3-a456-426614174000']],
];

test.each(formats)('%s', (format, fine, wrong) => {
  expect(fine.filter(text => !hasFormat(text, format))).toEqual([]);
  expect(wrong.filter(text => hasFormat(text, format))).toEqual([]);
});

test('a format that the server does not know takes anything', () => {
  expect(hasFormat('anything', 'toString')).toBe(true);
  expect(hasFormat('anything', 'credit-limit')).toBe(true);
});

/** What formats are made of, each again and again. */
const PARTS = ['0', '1', '1.', '.1', '1s', '1m', '1 ', 'a', 'a.', 'a-', '-', ':', '1:', '.', '/', '@', 'a@', ' ', '%', '%41', '=', 'A', '+', 'é', '😀', 'rgb(', ', ', '\n'];
const ENDS = ['', '!', '\n', '😀', '.', 's', '='];

function timeFor(text: string, format: string): number {
  const start = performance.now();
  hasFormat(text, format);
  return performance.now() - start;
}

describe.each(formats.map(([format]) => format))('%s', format => {
  test.each([60, 100_000])('no hostile text of %d characters takes long', length => {
    const slow = PARTS.flatMap(part => ENDS.map(end => part.repeat(length / part.length) + end)).filter(text => (
      // What takes long does so each time; a busy machine does not.
      [1, 2, 3].every(() => timeFor(text, format) > 500)
    ));
    expect(slow.map(text => text.slice(0, 10))).toEqual([]);
  });
});

test.each([11, 13, 16, 1000])('a duration of many spans that is none in the end takes no longer than others: %d of them', times => {
  const start = performance.now();
  expect(hasFormat(`${'1111s'.repeat(times)}!`, 'duration')).toBe(true);
  expect(hasFormat(`${'1111.'.repeat(times)}!`, 'duration')).toBe(false);
  expect(performance.now() - start).toBeLessThan(500);
});
