import { nearest, spelledAlike } from '../../nearest';

/**
 * Whether the API server knows a time zone of this name. It looks for a file of that name, so that letter case matters, which it does not to
 * the database of the runtime; and the abbreviations that only the runtime knows are none.
 */
export function isTimeZone(name: string): boolean {
  return zones().has(name) || hasOtherZone(name);
}

/** The runtime takes long to look a name up, and thousands of objects have the same. */
const answers = new Map<string, boolean>();

function hasOtherZone(name: string): boolean {
  const answer = answers.get(name) ?? (OF_SYSTEM.test(name) || (EACH_PART_CAPITAL.test(name) && !isAbbreviation(name) && isKnown(name)));
  answers.set(name, answer);
  return answer;
}

/** Names that the server's machine may have besides. */
const OF_SYSTEM = /^(?:posix|right)\/[A-Z]|^Factory$/;

/** The time zones that may be meant by a name that is none: `Europe/Berlin` by `Berlin`. */
export function timeZonesLike(name: string): readonly string[] {
  if (name.length > LONGEST) {
    return [];
  }
  const alike = spelledAlike(name.trim(), zones());
  return alike.length > 0 ? alike : nearest(name, zones());
}

/** Of a name that is much longer than any, none is meant; to look would take long. */
const LONGEST = 100;

/** The time zone that people mean by an offset: `Etc/GMT-8` by `GMT+8`, since the sign is the other way round there. */
export function zoneOfOffset(name: string): string | undefined {
  const [, sign, hours = ''] = /^(?:UTC|GMT)([-+])0?(\d{1,2})(?::?00)?$/i.exec(name) ?? [];
  const zone = `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`;
  return sign !== undefined && isTimeZone(zone) ? zone : undefined;
}

let found: ReadonlySet<string> | undefined;

/** The names that the runtime lists, and UTC: none of those that stand for another. */
function zones(): ReadonlySet<string> {
  found ??= new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  return found;
}

const EACH_PART_CAPITAL = /^[A-Z][^/]*(?:\/[A-Z][^/]*)*$/;

function isAbbreviation(name: string): boolean {
  return /^[A-Z]{3}$/.test(name) && !SHORT.has(name);
}

/** Zones of three letters. There will be no others. */
const SHORT: ReadonlySet<string> = new Set(['CET', 'EET', 'EST', 'GMT', 'HST', 'MET', 'MST', 'PRC', 'ROC', 'ROK', 'UCT', 'UTC', 'WET']);

/** A name that stands for another tells its letter case only where both are the same word. */
function isKnown(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
