import { judgeFields } from '../../../support/judge-native';

const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'web', image: 'b' }] } };

const judge = (spec: object, metadata: object = { name: 'a' }): readonly string[] => judgeFields('batch/v1', 'CronJob', {
  metadata,
  spec: { schedule: '@daily', jobTemplate: { spec: { template } }, ...spec },
});

test('a CronJob has a schedule', () => {
  const expected = '(minute, hour, day of month, month and day of week, such as "0 3 * * 1")';
  expect(judge({ schedule: '0 3 * * *' })).toEqual([]);
  expect(judge({ schedule: '0 24 * * *' })).toEqual([`spec.schedule: format: the schedule "0 24 * * *" has "24" as hour, which must be 0 to 23 ${expected}`]);
  expect(judge({ schedule: '0 0 * * 5,7' }))
    .toEqual([`spec.schedule: format: the schedule "0 0 * * 5,7" has "5,7" as day of week, which must be 0 to 6 ${expected}; write 0 for Sunday`]);
});

test.each(['0 0 * * 7', ' 0 0 * * 1-7 ', '0 0 * * 7,1', '0 0 * * 7/2'])('Sunday is 0 in "%s"', schedule => {
  expect(judge({ schedule })).toEqual([expect.stringContaining('write 0 for Sunday')]);
});

test.each(['7 0 * * 17', '0 0 * * 70', '0 0 * * 8-', '0 0 0 * 1', '0 0 * * 7 *'])('of Sunday nothing is said in "%s"', schedule => {
  expect(judge({ schedule })).toEqual([expect.not.stringContaining('Sunday')]);
});

test('a long schedule is judged quickly', () => {
  const start = performance.now();
  expect(judge({ schedule: `* * * * ${'7,'.repeat(50_000)} x` })).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('a time zone stands beside it', () => {
  expect(judge({ schedule: 'CRON_TZ=UTC 0 0 * * *' })).toEqual([
    'spec.schedule: format: the schedule "CRON_TZ=UTC 0 0 * * *" contains a time zone, which belongs in timeZone (a schedule without time zone); write schedule: "0 0 * * *" and timeZone: UTC',
  ]);
  expect(judge({ schedule: 'TZ=Berlin @daily' }))
    .toEqual(['spec.schedule: format: the schedule "TZ=Berlin @daily" contains a time zone, which belongs in timeZone (a schedule without time zone)']);
});

test('a time zone has a name', () => {
  const expected = '(the name of a time zone, such as "UTC" or "Europe/Berlin")';
  expect(judge({ timeZone: 'Europe/Berlin' })).toEqual([]);
  expect(judge({ timeZone: null })).toEqual([]);
  expect(judge({ timeZone: '' })).toEqual([`spec.timeZone: enum: invalid timeZone "" ${expected}`]);
  expect(judge({ timeZone: 'Berlin' })).toEqual([`spec.timeZone: enum: invalid timeZone "Berlin" ${expected}; did you mean "Europe/Berlin"?`]);
  expect(judge({ timeZone: 'GMT+8' })).toEqual([`spec.timeZone: enum: invalid timeZone "GMT+8" ${expected}; write Etc/GMT-8: its sign is inverted`]);
});

test('a name leaves room for those of the jobs', () => {
  expect(judge({}, { name: 'a'.repeat(52) })).toEqual([]);
  expect(judge({}, { name: 'a'.repeat(53), generateName: 'b'.repeat(60) })).toEqual(['metadata.name: name: the name has 53 characters (at most 52, since the names of its jobs are longer)']);
});

test('a name that is made leaves room, too', () => {
  expect(judge({}, { generateName: 'a'.repeat(47) })).toEqual([]);
  expect(judge({}, { generateName: 'a'.repeat(48) }))
    .toEqual(['metadata.generateName: name: the generateName has 48 characters (at most 47, since the API server appends 5, and the names of its jobs are longer)']);
});
