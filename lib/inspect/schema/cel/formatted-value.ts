import { looseDuration } from '../syntax/loose-duration';
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
  'duration': text => Duration.parse(text) ?? spanInWords(text) ?? invalid('duration', text),
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

function spanInWords(text: string): Duration | undefined {
  const nanoseconds = looseDuration(text);
  return nanoseconds === undefined ? undefined : Duration.of(BigInt.asIntN(64, nanoseconds));
}

function invalid(what: string, text: string): never {
  throw new CelError(`Invalid ${what} ${text}`);
}
