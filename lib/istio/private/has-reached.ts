import { IstioRelease } from '../istio-release';

/** Whether a release is another one, or later. */
export function hasReached(release: IstioRelease, other: IstioRelease): boolean {
  return minorOf(release) >= minorOf(other);
}

function minorOf(release: IstioRelease): number {
  return Number(release.split('.')[1]);
}
