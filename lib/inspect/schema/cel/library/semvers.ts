import { BOOL, STRING, func, instance, method } from '../overload';
import type { Overload } from '../overload';
import { succeeds } from '../succeeds';
import { Semver } from './semver';

const SEMVER = instance(Semver);

/** Kubernetes' semantic versions, since 1.33. */
export const SEMVERS: readonly Overload[] = [
  func('semver', [STRING], Semver.parse),
  func('semver', [STRING, BOOL], parse),
  func('isSemver', [STRING], text => succeeds(() => Semver.parse(text))),
  func('isSemver', [STRING, BOOL], (text, normalize) => succeeds(() => parse(text, normalize))),
  ...['major', 'minor', 'patch'].map((name, place) => method(name, [SEMVER], ({ numbers }) => numbers[place])),
  method('compareTo', [SEMVER, SEMVER], (left, right) => BigInt(Math.sign(left.compareTo(right)))),
  method('isLessThan', [SEMVER, SEMVER], (left, right) => left.compareTo(right) < 0),
  method('isGreaterThan', [SEMVER, SEMVER], (left, right) => left.compareTo(right) > 0),
];

function parse(text: string, normalize: boolean): Semver {
  return normalize ? Semver.parseTolerant(text) : Semver.parse(text);
}
