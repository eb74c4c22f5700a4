import { call, Code, literal } from '../code/code';
import { NotLifted } from './block';

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** A duration of Istio, such as `1.5s`. */
export function durationWord(text: string | undefined, path: string): Code | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (!/^(?:\d+(?:\.\d+)?(?:h|ms|m|s))+$/.test(text)) {
    throw new NotLifted(`${path}: "${text}" is not a duration in hours, minutes, seconds and milliseconds`);
  }
  const milliseconds = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)].reduce((sum, [, number, unit]) => sum + Number(number) * UNITS[unit], 0);
  return milliseconds % 1000 === 0 ? call('Duration.seconds', literal(milliseconds / 1000)) : call('Duration.millis', literal(milliseconds));
}

export function percentWord(value: number | undefined): Code | undefined {
  return value === undefined ? undefined : call('Percent.of', literal(value));
}

/** A number, text or truth value; undefined for nothing. */
export function literalWord(value: number | string | boolean | undefined): Code | undefined {
  return value === undefined ? undefined : literal(value);
}

/** Undefined for what is usual. */
export function unlessUsual<T>(value: T | undefined, usual: T): T | undefined {
  return value === usual ? undefined : value;
}
