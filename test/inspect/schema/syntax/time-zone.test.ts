import { isTimeZone, timeZonesLike, zoneOfOffset } from '../../../../lib/inspect/schema/syntax/time-zone';

// An API server of release 1.32 says the same of each.
test.each([
  'UTC', 'Europe/Berlin', 'US/Pacific', 'Etc/GMT+8', 'Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'GMT', 'GMT-0', 'EST', 'EST5EDT', 'Zulu', 'W-SU', 'America/Port-au-Prince',
  'America/Argentina/ComodRivadavia', 'posix/Europe/Berlin', 'Factory',
])('%s is a time zone', name => {
  expect(isTimeZone(name)).toBe(true);
});

test.each([
  '', 'Local', 'utc', 'europe/berlin', 'EUROPE/BERLIN', 'us/pacific', 'Etc/Gmt+8', 'Berlin', 'GMT+8', 'UTC+1', '+01:00', 'PST', 'CEST', 'IST', 'Asia', 'Europe/Berlin ', 'Asia/Beijing',
])('"%s" is none', name => {
  expect(isTimeZone(name)).toBe(false);
});

test('a name is near to others', () => {
  expect(['europe/berlin', ' UTC', 'Berlin', 'New_York', 'PST'].map(timeZonesLike)).toEqual([['Europe/Berlin'], ['UTC'], ['Europe/Berlin'], ['America/New_York'], []]);
});

test('a long name is near to none, which is told quickly', () => {
  const start = performance.now();
  expect(timeZonesLike('Ab'.repeat(500_000))).toEqual([]);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('the sign of an offset is the other way round in the name of its zone', () => {
  expect(['GMT+8', 'UTC-05:00', 'utc+1', 'GMT+15', 'UTC+5:30', 'Berlin'].map(zoneOfOffset)).toEqual(['Etc/GMT-8', 'Etc/GMT+5', 'Etc/GMT-1', undefined, undefined, undefined]);
});
