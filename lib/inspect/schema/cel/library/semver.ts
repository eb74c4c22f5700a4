import { CelError, noSuchOverload } from '../cel-error';
import { quoted } from '../quoted';
import { compareNumbers } from '../values/compare-numbers';
import { compareText } from '../values/order';
import { CelObject } from '../values/value';
import type { CelValue } from '../values/value';

/** A version by semver.org. */
export class Semver extends CelObject {
  /** @throws CelError when the text is no version. */
  public static parse(text: string): Semver {
    const [, major, minor, patch, prerelease] = FORM.exec(text) ?? [];
    if (patch === undefined) {
      throw new CelError(`no semantic version: ${quoted(text)}`);
    }
    return new Semver([major, minor, patch].map(BigInt), prerelease === undefined ? [] : prerelease.split('.'));
  }

  /** The same, but with a `v` before it, leading zeros, and without the last numbers it will do. */
  public static parseTolerant(text: string): Semver {
    const [, numbers, rest] = /^v?(\d+(?:\.\d+){0,2})(.*)$/s.exec(text) ?? [undefined, text, ''];
    const present = numbers.split('.').map(number => number.replace(/^0+(?=\d)/, ''));
    // What is not whole has nothing behind it.
    const missing = rest === '' ? Array<string>(Math.max(3 - present.length, 0)).fill('0') : [];
    return Semver.parse([...present, ...missing].join('.') + rest);
  }

  private constructor(public readonly numbers: readonly bigint[], private readonly prerelease: readonly string[]) {
    super();
  }

  public get kind(): string {
    return 'kubernetes.Semver';
  }

  public equals(other: CelValue): boolean {
    if (!(other instanceof Semver)) {
      throw noSuchOverload();
    }
    return this.compareTo(other) === 0;
  }

  /** Negative, zero or positive. */
  public compareTo(other: Semver): number {
    return decisive([
      ...this.numbers.map((number, place) => compareNumbers(number, other.numbers[place])),
      // A release comes behind all that led to it.
      Number(this.prerelease.length === 0) - Number(other.prerelease.length === 0),
      ...this.prerelease.slice(0, other.prerelease.length).map((identifier, place) => compareIdentifiers(identifier, other.prerelease[place])),
      this.prerelease.length - other.prerelease.length,
    ]);
  }
}

const NUMBER = '(0|[1-9]\\d*)';
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][A-Za-z\\d-]*)';
const FORM = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[A-Za-z\\d-]+(?:\\.[A-Za-z\\d-]+)*)?$`);

function decisive(differences: readonly number[]): number {
  return differences.find(difference => difference !== 0) ?? 0;
}

/** Numbers come before words, and are compared as numbers. */
function compareIdentifiers(left: string, right: string): number {
  const [leftNumber, rightNumber] = [left, right].map(identifier => /^\d+$/.test(identifier) ? BigInt(identifier) : undefined);
  if (leftNumber !== undefined && rightNumber !== undefined) {
    return compareNumbers(leftNumber, rightNumber);
  }
  return decisive([Number(leftNumber === undefined) - Number(rightNumber === undefined), compareText(left, right)]);
}
