/** What is wrong with a schedule as the API server reads it; undefined when nothing is. The words end a sentence that begins with it. */
export function scheduleProblem(schedule: string): string | undefined {
  if (schedule.includes('TZ')) {
    return 'contains a time zone, which belongs in timeZone';
  }
  if (schedule.startsWith('@')) {
    return DESCRIPTOR.test(schedule) ? undefined : `is not one of ${NAMED}`;
  }
  const fields = schedule.split(/\s+/).filter(field => field !== '');
  if (fields.length !== FIELDS.length) {
    return `has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}, not ${FIELDS.length}`;
  }
  const wrong = FIELDS.find((field, place) => !isField(fields[place], field));
  return wrong === undefined ? undefined : `has ${JSON.stringify(fields[FIELDS.indexOf(wrong)])} as ${wrong.name}, which must be ${wrong.least} to ${wrong.most}`;
}

const NAMED = '@yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly or @every 1h30m';

const DESCRIPTOR = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|every [-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+))$/;

interface CronField {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** The words for its numbers, from the least on. */
  readonly words?: readonly string[];
}

const FIELDS: readonly CronField[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, words: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { name: 'day of week', least: 0, most: 6, words: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** A comma more is as good as none. */
function isField(text: string, field: CronField): boolean {
  return text.split(',').filter(range => range !== '').every(range => isRange(range, field));
}

function isRange(text: string, field: CronField): boolean {
  const [range, step, ...more] = text.split('/');
  return more.length === 0 && (step === undefined || numberOf(step) > 0) && isWithin(range, field, step !== undefined);
}

/** Without a last number the first is the only one, or every so many from there to the end. */
function isWithin(range: string, field: CronField, isStepped: boolean): boolean {
  const [low, high, ...others] = range.split('-');
  if (low === '*' || low === '?') {
    return true;
  }
  const first = valueOf(low, field);
  const last = high === undefined ? (isStepped ? field.most : first) : valueOf(high, field);
  return others.length === 0 && first >= field.least && first <= last && last <= field.most;
}

function valueOf(text: string, { least, words = [] }: CronField): number {
  const place = words.indexOf(text.toLowerCase());
  return place === -1 ? numberOf(text) : least + place;
}

function numberOf(text: string): number {
  return /^[-+]?\d+$/.test(text) ? Number(text) : NaN;
}
