import { outcome } from '../../../../support/cel-outcome';

const MOMENT = 'timestamp("2024-03-09T23:45:06.789Z")';

test.each([
  ['getFullYear', 2024n], ['getMonth', 2n], ['getDate', 9n], ['getDayOfMonth', 8n], ['getDayOfWeek', 6n], ['getDayOfYear', 68n],
  ['getHours', 23n], ['getMinutes', 45n], ['getSeconds', 6n], ['getMilliseconds', 789n],
])('%s of a moment is %d in UTC', (name, expected) => {
  expect([outcome(`${MOMENT}.${name}()`), outcome(`${MOMENT}.${name}("UTC")`)]).toEqual([expected, expected]);
});

test.each([
  ['"America/New_York"', 18n, 45n, 9n], ['"Asia/Kolkata"', 5n, 15n, 10n], ['"+01:30"', 1n, 15n, 10n], ['"-02:30"', 21n, 15n, 9n], ['"02:00"', 1n, 45n, 10n],
  ['""', 23n, 45n, 9n],
])('in the time zone %s it is %d:%d on the %d', (zone, hours, minutes, date) => {
  expect(['getHours', 'getMinutes', 'getDate'].map(name => outcome(`${MOMENT}.${name}(${zone})`))).toEqual([hours, minutes, date]);
});

test('a time zone has its summer, and had its own time before there were zones', () => {
  expect(outcome('timestamp("2024-07-01T12:00:00Z").getHours("Europe/Berlin")')).toBe(14n);
  expect(outcome('timestamp("1850-01-01T12:00:00Z").getMinutes("Europe/Berlin")')).toBe(53n);
});

test.each([
  ['"Nowhere"', 'error: unknown time zone Nowhere'],
  ['"1h:00"', 'error: strconv.Atoi: parsing "1h": invalid syntax'],
  ['"01:"', 'error: strconv.Atoi: parsing "": invalid syntax'],
])('fails on the time zone %s', (zone, message) => {
  expect(outcome(`${MOMENT}.getHours(${zone})`)).toBe(message);
});

test('a span of time is told in whole units', () => {
  const span = 'duration("90m5.25s")';
  expect(['getHours', 'getMinutes', 'getSeconds', 'getMilliseconds'].map(name => outcome(`${span}.${name}()`))).toEqual([1n, 90n, 5405n, 5_405_250n]);
});
