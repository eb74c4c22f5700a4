import { CelError } from '../../../../lib/inspect/schema/cel/cel-error';
import { formattedValue } from '../../../../lib/inspect/schema/cel/formatted-value';
import { plain } from '../../../support/cel-outcome';

test.each([
  ['date-time', '2024-01-02T03:04:05+01:00', 'google.protobuf.Timestamp 2024-01-02T03:04:05+01:00'],
  ['date-time', '2024-01-02T03:04:05', 'google.protobuf.Timestamp 2024-01-02T03:04:05Z'],
  ['date-time', '', 'google.protobuf.Timestamp 1970-01-01T00:00:00Z'],
  ['date', '2024-01-02', 'google.protobuf.Timestamp 2024-01-02T00:00:00Z'],
  ['duration', '1h30m', 'google.protobuf.Duration 5400s'],
  ['duration', '1 day 2 Hours', 'google.protobuf.Duration 93600s'],
  ['duration', '2w 3milliseconds', 'google.protobuf.Duration 1209600.003s'],
  ['uuid', 'x', 'x'],
  [undefined, 'x', 'x'],
])('the format %s makes of %j a value', (format, text, value) => {
  expect(plain(formattedValue(text, format))).toEqual(value);
});

test('the format byte makes bytes of it', () => {
  expect([...formattedValue('YWJj', 'byte') as Uint8Array]).toEqual([97, 98, 99]);
});

test.each([
  ['date', '2023-02-29', 'Invalid date formatted string 2023-02-29'],
  ['date-time', 'yesterday', 'Invalid date-time formatted string yesterday'],
  ['duration', 'soon', 'Invalid duration soon'],
  ['byte', 'a+b/', 'Invalid byte formatted string a+b/: illegal base64 data at input byte 1'],
])('fails on a %s such as %s', (format, text, message) => {
  expect(() => formattedValue(text, format)).toThrow(new CelError(message));
});
