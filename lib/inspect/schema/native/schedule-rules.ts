import { Findings } from '../check/findings';
import { malformed } from '../check/metadata-rules';
import { didYouMean, inOtherCase } from '../check/wording';
import { scheduleProblem } from '../syntax/cron-schedule';
import { LONGEST_NAME } from '../syntax/names';
import { isTimeZone, timeZonesLike, zoneOfOffset } from '../syntax/time-zone';
import { Fields, textOf } from './steps';

/** The jobs get a suffix of eleven characters, and their names are labels. */
export function checkNameLength({ name, generateName }: Fields, findings: Findings): void {
  const length = textOf(name)?.length;
  if (length === undefined) {
    checkPrefixLength(textOf(generateName)?.length ?? 0, findings);
  } else if (length > MOST && length <= LONGEST_NAME) {
    findings.add({ kind: 'name', message: `the name has ${length} characters`, expected: `at most ${MOST}, since the names of its jobs are longer` }, 'metadata', 'name');
  }
}

function checkPrefixLength(length: number, findings: Findings): void {
  if (length > MOST - GENERATED) {
    const expected = `at most ${MOST - GENERATED}, since the API server appends ${GENERATED}, and the names of its jobs are longer`;
    findings.add({ kind: 'name', message: `the generateName has ${length} characters`, expected }, 'metadata', 'generateName');
  }
}

const MOST = 52;
const GENERATED = 5;

export function checkSchedule({ schedule }: Fields, findings: Findings): void {
  const text = textOf(schedule);
  const problem = text === undefined ? undefined : scheduleProblem(text);
  if (problem !== undefined) {
    findings.add({ ...malformed('schedule', text, problem), ...remedy(text!) }, 'schedule');
  }
}

function remedy(schedule: string): { readonly expected: string; readonly repair?: string } {
  const [, zone, rest] = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/s.exec(schedule) ?? [];
  if (zone !== undefined) {
    const repair = isTimeZone(zone) && scheduleProblem(rest) === undefined ? `write schedule: ${JSON.stringify(rest)} and timeZone: ${zone}` : undefined;
    return { expected: 'a schedule without time zone', repair };
  }
  return { expected: 'minute, hour, day of month, month and day of week, such as "0 3 * * 1"', repair: isOnSunday(schedule) ? 'write 0 for Sunday' : undefined };
}

/** Whether it has 7 as day of week. */
function isOnSunday(schedule: string): boolean {
  const fields = schedule.trim().split(/\s+/);
  return fields.length === 5 && /(?:^|[-,])7(?:[,/]|$)/.test(fields[4]);
}

/** Null is as good as absent, and an empty text is not. */
export function checkTimeZone({ timeZone }: Fields, findings: Findings): void {
  if (typeof timeZone !== 'string' || isTimeZone(timeZone)) {
    return;
  }
  const zone = zoneOfOffset(timeZone);
  const near = timeZonesLike(timeZone);
  findings.add({
    kind: 'enum',
    message: `invalid timeZone ${JSON.stringify(timeZone)}`,
    expected: 'the name of a time zone, such as "UTC" or "Europe/Berlin"',
    repair: zone === undefined ? didYouMean(near) : `write ${zone}: its sign is inverted`,
    meant: inOtherCase(timeZone, near),
  }, 'timeZone');
}
