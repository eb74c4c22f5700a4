import { CelError } from '../cel-error';
import { plainDoubleText } from './double-text';
import { int64 } from './int64';
import { CelObject } from './value';
import type { CelValue } from './value';

const SECOND = 1_000_000_000n;

/** A span of time in whole nanoseconds, at most some 292 years. */
export class Duration extends CelObject {
  /** @throws CelError when it is too long. */
  public static of(nanoseconds: bigint): Duration {
    return new Duration(int64(nanoseconds));
  }

  /** Reads `1h30m`, `-1.5s`, `0`; undefined for anything else. */
  public static parse(text: string): Duration | undefined {
    const spans = text.startsWith('-') || text.startsWith('+') ? text.slice(1) : text;
    if (spans === '0') {
      return new Duration(0n);
    }
    if (!SPANS.test(spans)) {
      return undefined;
    }
    let length = 0n;
    for (const [, whole, fraction, unit] of spans.matchAll(SPAN)) {
      length += spanOf(whole, fraction, UNITS[unit]);
    }
    const nanoseconds = text.startsWith('-') ? -length : length;
    return BigInt.asIntN(64, nanoseconds) === nanoseconds ? new Duration(nanoseconds) : undefined;
  }

  private constructor(public readonly nanoseconds: bigint) {
    super();
  }

  public get kind(): string {
    return 'google.protobuf.Duration';
  }

  public equals(other: CelValue): boolean {
    return other instanceof Duration && other.nanoseconds === this.nanoseconds;
  }

  /** The whole units in it, towards zero. */
  public in(unit: keyof typeof UNITS): bigint {
    return this.nanoseconds / UNITS[unit];
  }

  /** In seconds, `90.5s`. */
  public text(): string {
    return `${plainDoubleText(Number(this.nanoseconds / SECOND) + Number(this.nanoseconds % SECOND) / 1e9)}s`;
  }
}

/** Reads a duration. @throws CelError when there is none in the text. */
export function toDuration(text: string): Duration {
  const duration = Duration.parse(text);
  if (duration === undefined) {
    throw new CelError('type conversion error from \'string\' to \'google.protobuf.Duration\'');
  }
  return duration;
}

const UNITS = {
  ns: 1n,
  us: 1_000n,
  // both letters that look like a micro sign
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: SECOND,
  m: 60n * SECOND,
  h: 3_600n * SECOND,
} as Readonly<Record<string, bigint>>;

const SPAN = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g;
const SPANS = /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;

function spanOf(whole: string, fraction: string | undefined, unit: bigint): bigint {
  const span = BigInt(whole) * unit;
  return fraction === undefined ? span : span + BigInt(fraction) * unit / 10n ** BigInt(fraction.length);
}
