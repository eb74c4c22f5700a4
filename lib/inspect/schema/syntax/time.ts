// Go's time.Parse reads an hour of one digit and a comma before the fraction, though RFC 3339 knows neither.
const RFC3339 = /^(\d{4}-\d{2}-\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d+)?(?:Z|[-+](\d{2}):(\d{2}))$/;
const LIMITS = [23, 59, 59, 24, 60];

/** Whether Go's `time.Parse(time.RFC3339, text)` reads the text: what built-in kinds and ObjectMeta demand of a time. */
export function isGoTime(text: string): boolean {
  const [, date, ...numbers] = RFC3339.exec(text) ?? [];
  return date !== undefined && isDate(date) && numbers.every((number, place) => number === undefined || Number(number) <= LIMITS[place]);
}

/** Whether the text is a date of the calendar: `2024-02-29`. */
export function isDate(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  return year !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

const OPEN_TIME = /^(\d{2}):(\d{2}):(\d{2})(.\d+)?(z|[-+]\d{2}:\d{2})$/;

/** Whether a CRD's format `date-time` takes the text; it asks less than RFC 3339 of what follows the seconds. */
export function isDateTime(text: string): boolean {
  const [date, time] = text.toLowerCase().split('t');
  const [, hour, minute, second] = OPEN_TIME.exec(time ?? '') ?? [];
  return isDate(date) && hour <= '23' && minute <= '59' && second <= '59';
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
