import { isDate } from '../syntax/time';
import { CelError } from './cel-error';
import { Duration } from './values/duration';
import { Timestamp } from './values/timestamp';
import type { CelValue } from './values/value';

/** A text of an object as rules see it: as a moment, a span of time or bytes, where its schema has such a format. @throws CelError */
export function formattedValue(text: string, format: string | undefined): CelValue {
  const read = format === undefined ? undefined : READERS[format];
  return read === undefined ? text : read(text);
}

const READERS: Readonly<Record<string, ((text: string) => CelValue) | undefined>> = {
  'byte': bytes,
  'date': text => isDate(text) ? Timestamp.parse(`${text}T00:00:00Z`)! : invalid('date formatted string', text),
  'date-time': text => moment(text) ?? invalid('date-time formatted string', text),
  'duration': text => Duration.parse(text) ?? looseDuration(text) ?? invalid('duration', text),
};

/** The zone may be missing. Nothing at all is the beginning of 1970. */
function moment(text: string): Timestamp | undefined {
  return text === '' ? Timestamp.of(0n) : Timestamp.parse(text) ?? Timestamp.parse(`${text}Z`);
}

function bytes(text: string): Uint8Array {
  // The API server reads the alphabet that is meant for URLs, though it demands the standard one of the field: so these two are errors.
  const wrong = text.search(/[+/]/);
  return wrong < 0 ? Buffer.from(text, 'base64url') : invalid('byte formatted string', `${text}: illegal base64 data at input byte ${wrong}`);
}

/** The durations that schemas allow beyond those of CEL: `2 days`, `1 week 3 hours`. */
function looseDuration(text: string): Duration | undefined {
  const spans = [...text.matchAll(/(\d+)\s*([A-Za-zµ]+)/g)].flatMap(([, count, word]) => {
    const unit = UNITS.find(({ words }) => words.test(word));
    return unit === undefined ? [] : [BigInt(count) * unit.nanoseconds];
  });
  return spans.length === 0 ? undefined : Duration.of(BigInt.asIntN(64, spans.reduce((sum, span) => sum + span)));
}

const SECOND = 1_000_000_000n;
const UNITS = [
  { words: /^(?:ns|nano.*)$/i, nanoseconds: 1n },
  { words: /^(?:us|µs|micro.*)$/i, nanoseconds: 1_000n },
  { words: /^(?:ms|milli.*)$/i, nanoseconds: 1_000_000n },
  { words: /^(?:s|sec.*)$/i, nanoseconds: SECOND },
  { words: /^(?:m|min.*)$/i, nanoseconds: 60n * SECOND },
  { words: /^(?:h|hr|hour.*)$/i, nanoseconds: 3_600n * SECOND },
  { words: /^(?:d|day.*)$/i, nanoseconds: 86_400n * SECOND },
  { words: /^(?:w|wk|week.*)$/i, nanoseconds: 604_800n * SECOND },
];

function invalid(what: string, text: string): never {
  throw new CelError(`Invalid ${what} ${text}`);
}
