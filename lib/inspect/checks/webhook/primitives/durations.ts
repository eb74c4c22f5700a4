import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const durationRules = {
  duration: refusal('duration', 'A duration is shorter than a millisecond, or not a whole number of milliseconds.'),
};

const SPAN = /(\d*)(?:\.(\d*))?(h|ms|us|µs|μs|ns|m|s)/g;
const SPANS = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:h|ms|us|µs|μs|ns|m|s))+)$/;
const NANOSECONDS: Readonly<Record<string, bigint>> = {
  h: 3_600_000_000_000n, m: 60_000_000_000n, s: 1_000_000_000n, ms: 1_000_000n, us: 1_000n, µs: 1_000n, μs: 1_000n, ns: 1n,
};
const MILLISECOND = 1_000_000n;

/** The nanoseconds of a duration as Go writes it, without the error that floating numbers make; undefined for what is none. */
export function nanoseconds(text: string): bigint | undefined {
  if (!SPANS.test(text)) {
    return undefined;
  }
  const sum = [...text.matchAll(SPAN)].reduce((total, [, whole, fraction = '', unit]) => (
    total + BigInt(`${whole}${fraction}` || '0') * NANOSECONDS[unit] / 10n ** BigInt(fraction.length)
  ), 0n);
  return text.startsWith('-') ? -sum : sum;
}

/** A whole number of milliseconds or more: what nearly all durations are. */
const WHOLE = /^[1-9]\d*(?:ms|s|m|h)$/;

/** What is said of a duration; what is none is said by the schema. */
export function* duration(field: Field): Judgement {
  const { text } = field;
  const span = text === undefined || WHOLE.test(text) ? undefined : nanoseconds(text);
  if (span !== undefined && (span < MILLISECOND || span % MILLISECOND !== 0n)) {
    yield broken(durationRules.duration, field, `${field.text} is not 1 ms or more in whole milliseconds`, 'write whole milliseconds, at least 1ms');
  }
}
