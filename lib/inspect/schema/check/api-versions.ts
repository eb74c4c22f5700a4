import { KindEntry, VersionEntry } from '../node';
import { isLater } from './releases';

/** `apps/v1`, or `v1` in the core group. */
export function apiVersionOf(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}

/** Whether a text has the form of a version, in whatever letter case. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** The versions of a kind that a release of Istio serves, or all, in the order in which Kubernetes prefers them. */
export function versionsOf({ versions }: KindEntry, release?: string): readonly string[] {
  return Object.keys(versions).filter(name => isServed(versions[name], release)).sort(byPriority);
}

/** Whether a release of Istio serves a kind in any version. */
export function hasVersionIn({ versions }: KindEntry, release?: string): boolean {
  return Object.values(versions).some(version => isServed(version, release));
}

/** Of some versions, the best first, the one that was probably meant: the same in another letter case, or else the best. */
export function likeliest(versions: readonly string[], written: string): string | undefined {
  return versions.find(version => version === written.toLowerCase()) ?? versions[0];
}

/** Whether a release of Istio serves a version; without a release, whether any does. */
export function isServed({ since, last }: VersionEntry, release: string | undefined): boolean {
  return release === undefined || !((since !== undefined && isLater(since, release)) || (last !== undefined && isLater(release, last)));
}

const VERSION = /^v(\d+)(?:(alpha|beta)(\d+))?$/i;

/** Stable versions come before betas and those before alphas, of equal ones the higher number; what has another form comes last, by name. */
function byPriority(one: string, other: string): number {
  const [mine, theirs] = [rankOf(one), rankOf(other)];
  const differing = mine.findIndex((part, place) => part !== theirs[place]);
  return differing === -1 ? (one < other ? -1 : 1) : theirs[differing] - mine[differing];
}

function rankOf(version: string): readonly number[] {
  const [, major, stage, minor = '0'] = VERSION.exec(version) ?? [];
  return major === undefined ? [-1] : [['alpha', 'beta', undefined].indexOf(stage), Number(major), Number(minor)];
}
