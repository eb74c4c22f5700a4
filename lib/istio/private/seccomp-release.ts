import { IstioRelease } from '../istio-release';

/** The first release whose proxies can be told to name a seccomp profile, without which no container passes `restricted`. */
export const SECCOMP_RELEASE = IstioRelease.V1_28;

/** Whether the proxies of a release can be told so. */
export function knowsSeccomp(release: IstioRelease): boolean {
  return minorOf(release) >= minorOf(SECCOMP_RELEASE);
}

function minorOf(release: IstioRelease): number {
  return Number(release.slice(2));
}
