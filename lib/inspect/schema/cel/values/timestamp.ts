import { isGoTime } from '../../syntax/time';
import { CelError } from '../cel-error';
import { Duration } from './duration';
import { floorDivide } from './int64';
import { CelObject } from './value';
import type { CelValue } from './value';

const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;
const SECOND = 1_000_000_000n;
const MILLISECOND = 1_000_000n;

/** A moment between the years 1 and 9999, to the nanosecond. It remembers the offset it was written with, for `string()`. */
export class Timestamp extends CelObject {
  /** @throws CelError outside the years 1 to 9999. */
  public static of(nanoseconds: bigint, offset = 0): Timestamp {
    const second = floorDivide(nanoseconds, SECOND);
    if (second < FIRST_SECOND || second > LAST_SECOND) {
      throw new CelError('timestamp overflow');
    }
    return new Timestamp(nanoseconds, offset);
  }

  /**
   * Reads `2024-02-29T23:59:59.5+01:00`; undefined for anything else.
   *
   * @throws CelError outside the years 1 to 9999.
   */
  public static parse(text: string): Timestamp | undefined {
    if (!isGoTime(text)) {
      return undefined;
    }
    const { date, time, fraction = '', sign, hours = '0', minutes = '0' } = PARTS.exec(text)!.groups!;
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    const local = BigInt(Date.parse(`${date}T${time.padStart(8, '0')}Z`)) * MILLISECOND;
    return Timestamp.of(local + BigInt(fraction.slice(0, 9).padEnd(9, '0')) - BigInt(offset) * 60n * SECOND, offset);
  }

  /** since 1970 */
  public readonly nanoseconds: bigint;
  /** minutes east of UTC */
  private readonly offset: number;

  private constructor(nanoseconds: bigint, offset: number) {
    super();
    this.nanoseconds = nanoseconds;
    this.offset = offset;
  }

  public get kind(): string {
    return 'google.protobuf.Timestamp';
  }

  /** Whole seconds since 1970, towards the past. */
  public get seconds(): bigint {
    return floorDivide(this.nanoseconds, SECOND);
  }

  /** Whole milliseconds since 1970, towards the past. */
  public get milliseconds(): number {
    return Number(floorDivide(this.nanoseconds, MILLISECOND));
  }

  public equals(other: CelValue): boolean {
    return other instanceof Timestamp && other.nanoseconds === this.nanoseconds;
  }

  public plus(duration: Duration): Timestamp {
    return Timestamp.of(this.nanoseconds + duration.nanoseconds, this.offset);
  }

  public minus(duration: Duration): Timestamp {
    return Timestamp.of(this.nanoseconds - duration.nanoseconds, this.offset);
  }

  public since(other: Timestamp): Duration {
    return Duration.of(this.nanoseconds - other.nanoseconds);
  }

  public text(): string {
    const local = new Date(this.milliseconds + this.offset * 60_000).toISOString().slice(0, 19);
    const fraction = String(this.nanoseconds - this.seconds * SECOND).padStart(9, '0').replace(/0+$/, '');
    return local + (fraction === '' ? '' : `.${fraction}`) + this.zone();
  }

  private zone(): string {
    if (this.offset === 0) {
      return 'Z';
    }
    const [hours, minutes] = [Math.floor(Math.abs(this.offset) / 60), Math.abs(this.offset) % 60];
    return `${this.offset < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`;
  }
}

const PARTS = /^(?<date>.{10})T(?<time>[\d:]+)(?:[.,](?<fraction>\d+))?(?:Z|(?<sign>[-+])(?<hours>\d\d):(?<minutes>\d\d))$/;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
