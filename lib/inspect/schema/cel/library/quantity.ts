import { CelError, noSuchOverload } from '../cel-error';
import { CelObject } from '../values/value';
import type { CelValue } from '../values/value';

/**
 * A number as Kubernetes writes it, `1.5Gi` or `200m`. The API server keeps it in 64 bits while that is easy, and only then takes it for
 * an integer, so `quantity('1Pi').isInteger()` is false. Rules can see that, and so it is the same here.
 */
export class Quantity extends CelObject {
  public static of(value: bigint): Quantity {
    return new Quantity({ value, scale: 0, small: true });
  }

  /** @throws CelError when the text is no quantity. */
  public static parse(text: string): Quantity {
    const [, sign, zeros, whole, fraction = '', suffix] = (text === '' ? null : FORM.exec(text)) ?? [];
    if (suffix === undefined) {
      throw new CelError('quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\'');
    }
    const numeral = { whole: whole === '' ? '0' : whole, fraction, unit: unitOf(suffix) };
    const amount = smallAmount(numeral) ?? largeAmount(numeral);
    // Without any digit it is zero, unless the API server comes to look closer.
    if (!amount.small && zeros + whole + fraction === '') {
      throw new CelError('unable to parse numeric part of quantity');
    }
    return new Quantity(sign === '-' ? negative(amount) : amount);
  }

  private constructor(private readonly amount: Amount, private readonly computed = false) {
    super();
  }

  public get kind(): string {
    return 'kubernetes.Quantity';
  }

  /** The value where it is a whole number in 64 bits, and kept as one. */
  public get integer(): bigint | undefined {
    const { value, scale, small } = this.amount;
    const integer = small && scale >= 0 ? value * 10n ** BigInt(scale) : undefined;
    return integer !== undefined && fits(integer) ? integer : undefined;
  }

  public get approximation(): number {
    return Number(this.amount.value) * powerOfTen(this.amount.scale);
  }

  public get sign(): bigint {
    return signOf(this.amount.value);
  }

  public equals(other: CelValue): boolean {
    // The API server does not know the result of its own `add` and `sub` again on the right side of `==`.
    if (!(other instanceof Quantity) || other.computed) {
      throw noSuchOverload();
    }
    return this.compareTo(other) === 0n;
  }

  /** -1, 0 or 1. */
  public compareTo(other: Quantity): bigint {
    return signOf(sum(this.amount, negative(other.amount)).value);
  }

  public plus(other: Quantity): Quantity {
    return new Quantity(sum(this.amount, other.amount), true);
  }

  public minus(other: Quantity): Quantity {
    return new Quantity(sum(this.amount, negative(other.amount)), true);
  }
}

/** `value * 10 ** scale` */
interface Amount {
  readonly value: bigint;
  readonly scale: number;
  /** whether the API server keeps it in 64 bits */
  readonly small: boolean;
}

interface Unit {
  readonly base: 2 | 10;
  readonly exponent: number;
}

interface Numeral {
  readonly whole: string;
  readonly fraction: string;
  readonly unit: Unit;
}

// In one way only, so that no hostile text takes long: the digits behind a unit need the unit.
const FORM = /^([-+]?)(0*)((?:[1-9]\d*)?)(?:\.(\d*))?((?:[eEinumkKMGTP]+[-+]?\d*|[-+]\d*)?)$/;

const UNITS: Readonly<Record<string, Unit | undefined>> = Object.fromEntries([
  ...[...'num'].map((suffix, place) => [suffix, { base: 10, exponent: 3 * place - 9 }]),
  ['', { base: 10, exponent: 0 }],
  ...[...'kMGTPE'].map((suffix, place) => [suffix, { base: 10, exponent: 3 * place + 3 }]),
  ...[...'KMGTPE'].map((suffix, place) => [`${suffix}i`, { base: 2, exponent: 10 * place + 10 }]),
]);

/** The smallest part there is, a billionth, and the most digits that surely fit into 64 bits. */
const NANO = -9;
const MOST_DIGITS = 18;
const LARGEST = 2n ** 63n - 1n;
/** Powers of ten beyond this one would take more memory than any object is worth. */
const LARGEST_EXPONENT = 10_000;

function unitOf(suffix: string): Unit {
  const exponent = /^[eE]([-+]?\d+)$/.exec(suffix)?.[1];
  const unit = exponent === undefined ? UNITS[suffix] : { base: 10 as const, exponent: Number(exponent) };
  if (unit === undefined || Math.abs(unit.exponent) > LARGEST_EXPONENT) {
    throw new CelError('unable to parse quantity\'s suffix');
  }
  return unit;
}

/** The amount as the API server keeps it in 64 bits, where it tries to. */
function smallAmount({ whole, fraction, unit: { base, exponent } }: Numeral): Amount | undefined {
  const digits = whole.length + fraction.length;
  if (base === 10) {
    const scale = exponent - fraction.length;
    return digits <= MOST_DIGITS && scale >= NANO ? { value: BigInt(whole + fraction), scale, small: true } : undefined;
  }
  const value = BigInt(whole) * 2n ** BigInt(exponent);
  return fraction === '' && digits + exponent * 0.3 < 15 && fits(value) ? { value, scale: 0, small: true } : undefined;
}

function largeAmount({ whole, fraction, unit: { base, exponent } }: Numeral): Amount {
  const digits = BigInt(whole + fraction);
  if (base === 10) {
    return roundedUp({ value: digits, scale: exponent - fraction.length, small: false });
  }
  const amount = roundedUp({ value: digits * 2n ** BigInt(exponent), scale: -fraction.length, small: false });
  return sum(amount, { value: -LARGEST, scale: 0, small: false }).value > 0n ? { value: LARGEST, scale: 0, small: false } : amount;
}

/** In billionths, of which a part counts as a whole one. */
function roundedUp({ value, scale, small }: Amount): Amount {
  const factor = 10n ** BigInt(Math.abs(scale - NANO));
  return { value: scale < NANO ? (value + factor - 1n) / factor : value * factor, scale: NANO, small };
}

function negative(amount: Amount): Amount {
  return { ...amount, value: -amount.value };
}

function sum(left: Amount, right: Amount): Amount {
  if (right.value === 0n || left.value === 0n) {
    return { ...(right.value === 0n ? left : right), small: left.small && right.small };
  }
  const scale = Math.min(left.scale, right.scale);
  const [a, b] = [left, right].map(amount => amount.value * 10n ** BigInt(amount.scale - scale));
  return { value: a + b, scale, small: left.small && right.small && [a, b, a + b].every(fits) };
}

/** The power of ten that Go computes, which is not always the nearest double. */
function powerOfTen(exponent: number): number {
  const [coarse, fine] = [exponent - exponent % 32, Math.abs(exponent % 32)].map(part => Number(`1e${part}`));
  return exponent < 0 ? coarse / fine : coarse * fine;
}

function fits(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

function signOf(value: bigint): bigint {
  return value < 0n ? -1n : BigInt(value > 0n);
}
