import { scheduleProblem } from '../../../../lib/inspect/schema/syntax/cron-schedule';

// What an API server 1.32 answers for most of these is in api-server-verdicts.json.
test('a schedule has five fields of numbers, ranges, steps and words', () => {
  const fine = ['0 3 * * *', ' 0  3 * * * ', '*/5 0-6,22 ? jan-MAR Mon', '5/15 * * * *', '1,,2 * * * *', '*-5 * * * *', '+1 * * * *', '0 0 31 12 6'];
  expect(fine.filter(text => scheduleProblem(text) !== undefined)).toEqual([]);
});

test.each([
  ['* * * *', 'has 4 fields, not 5'],
  ['daily', 'has 1 field, not 5'],
  ['60 * * * *', 'has "60" as minute, which must be 0 to 59'],
  ['* 5-2 * * *', 'has "5-2" as hour, which must be 0 to 23'],
  ['* * 0 * *', 'has "0" as day of month, which must be 1 to 31'],
  ['* * * foo *', 'has "foo" as month, which must be 1 to 12'],
  ['* * * * 7', 'has "7" as day of week, which must be 0 to 6'],
  ['*/0 * * * *', 'has "*/0" as minute, which must be 0 to 59'],
  ['1/2/3 * * * *', 'has "1/2/3" as minute, which must be 0 to 59'],
  ['1-2-3 * * * *', 'has "1-2-3" as minute, which must be 0 to 59'],
  ['TZ=UTC 0 3 * * *', 'contains a time zone, which belongs in timeZone'],
])('%s %s', (schedule, problem) => {
  expect(scheduleProblem(schedule)).toBe(problem);
});

test('or is one of those that have a name', () => {
  expect(['@daily', '@yearly', '@every 1h30m', '@every -1h'].filter(text => scheduleProblem(text) !== undefined)).toEqual([]);
  expect(['@noon', '@every day', '@Daily'].map(scheduleProblem))
    .toEqual(Array(3).fill('is not one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly or @every 1h30m'));
});
