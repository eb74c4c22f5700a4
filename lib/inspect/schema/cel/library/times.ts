import { CelError } from '../cel-error';
import { DURATION, STRING, TIMESTAMP, method } from '../overload';
import type { Overload } from '../overload';
import { quoted } from '../quoted';
import type { Timestamp } from '../values/timestamp';

/** The parts of a moment, in UTC or in a time zone, and the length of a span of time. */
export const TIMES: readonly Overload[] = [
  ...Object.entries({
    getDate: (local: Date) => local.getUTCDate(),
    getDayOfMonth: (local: Date) => local.getUTCDate() - 1,
    getDayOfWeek: (local: Date) => local.getUTCDay(),
    getDayOfYear: (local: Date) => (local.getTime() - new Date(local).setUTCMonth(0, 1)) / 86_400_000,
    getFullYear: (local: Date) => local.getUTCFullYear(),
    getHours: (local: Date) => local.getUTCHours(),
    getMilliseconds: (local: Date) => local.getUTCMilliseconds(),
    getMinutes: (local: Date) => local.getUTCMinutes(),
    getMonth: (local: Date) => local.getUTCMonth(),
    getSeconds: (local: Date) => local.getUTCSeconds(),
  }).flatMap(([name, part]) => [
    method(name, [TIMESTAMP], timestamp => BigInt(part(new Date(timestamp.milliseconds)))),
    method(name, [TIMESTAMP, STRING], (timestamp, zone) => BigInt(part(localTime(timestamp, zone)))),
  ]),
  method('getHours', [DURATION], duration => duration.in('h')),
  method('getMinutes', [DURATION], duration => duration.in('m')),
  method('getSeconds', [DURATION], duration => duration.in('s')),
  method('getMilliseconds', [DURATION], duration => duration.in('ms')),
];

/** The moment as a date whose UTC parts are what clocks in that time zone show. @throws CelError for a zone that nobody knows. */
function localTime({ milliseconds }: Timestamp, zone: string): Date {
  const offset = zone.includes(':') ? fixedOffset(zone) : zoneOffset(zone, milliseconds);
  return new Date(milliseconds + offset * 1000);
}

/** The seconds of `-05:30`. */
function fixedOffset(zone: string): number {
  const colon = zone.indexOf(':');
  const [hours, minutes] = [zone.slice(0, colon), zone.slice(colon + 1)].map(wholeNumber);
  return (hours * 60 + (zone.startsWith('-') ? -minutes : minutes)) * 60;
}

function wholeNumber(text: string): number {
  if (!/^[-+]?\d+$/.test(text)) {
    throw new CelError(`strconv.Atoi: parsing ${quoted(text)}: invalid syntax`);
  }
  return Number(text);
}

/** The seconds that `America/New_York` is ahead of UTC at a moment. */
function zoneOffset(zone: string, milliseconds: number): number {
  const [, sign, ...figures] = /GMT(?:([-+])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(formatOf(zone).format(milliseconds))!;
  const [hours = 0, minutes = 0, seconds = 0] = figures.map(figure => Number(figure ?? 0));
  return (sign === '-' ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone === '' ? 'UTC' : zone, timeZoneName: 'longOffset' });
  } catch {
    throw new CelError(`unknown time zone ${zone}`);
  }
}
