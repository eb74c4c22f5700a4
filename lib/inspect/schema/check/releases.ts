import { answered } from '../../once-per';
import { own } from '../own';
import { Context } from './context';
import { Problem } from './findings';

/** Says that the field or value named came with a later release of Istio than the one that the object is meant for. */
export function addIfNewer(context: Context, what: string, since: string | undefined, below?: string): void {
  const { findings, release } = context;
  if (since !== undefined && release !== undefined && isLater(since, release)) {
    findings.add(newer(what, since, release), ...(below === undefined ? [] : [below]));
  }
}

/** The same for a field of the object at hand. */
export function addIfFieldIsNewer(context: Context, releases: Readonly<Record<string, string>> | undefined, key: string): void {
  const since = own(releases, key);
  if (since !== undefined) {
    addIfNewer(context, `the field ${key}`, since, key);
  }
}

/** That something came with one release, and the object is for an earlier one. */
export function newer(what: string, since: string, release: string, instead = 'leave it out'): Problem {
  return {
    kind: 'newer-field',
    message: `${what} was added in Istio ${since}, but the object is for Istio ${release}`,
    repair: `${instead}, or check for Istio ${since} or later`,
  };
}

/** Whether one release is later than another: `1.31` than `1.9`. */
export function isLater(one: string, other: string): boolean {
  const [major, minor] = numbersOf(one);
  const [otherMajor, otherMinor] = numbersOf(other);
  return major > otherMajor || (major === otherMajor && minor > otherMinor);
}

/** The numbers of the few releases that there are: they are compared for each object and each newer field. */
function numbersOf(release: string): readonly number[] {
  return answered(known, release, () => release.split('.').map(Number));
}

const known = new Map<string, readonly number[]>();
