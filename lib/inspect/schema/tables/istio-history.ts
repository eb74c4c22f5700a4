import { VersionEntry } from '../node';

/** Which API versions, fields and enum values each release of Istio knows: the content of istio-history.json. */
export interface IstioHistory {
  /** oldest first, with their patch levels: `1.20.8` */
  readonly releases: readonly string[];
  readonly kinds: Readonly<Record<string, KindHistory>>;
}

export interface KindHistory {
  readonly apiVersions: Readonly<Record<string, { readonly first: string; readonly last: string }>>;
  /** the release that brought a field (`http[].retries.backoff`) or an enum value (`failStrategy=FAIL_RELOAD`); paths begin below spec */
  readonly since: Readonly<Record<string, string>>;
}

/** The groups that Istio defines: the history knows every kind of theirs. */
export function istioGroups({ kinds }: IstioHistory): ReadonlySet<string> {
  return new Set(Object.values(kinds).flatMap(kind => Object.keys(kind.apiVersions)).map(apiVersion => apiVersion.split('/')[0]));
}

/** The versions of a kind with the releases that serve them; undefined for a kind that is not Istio's. */
export function istioVersions(history: IstioHistory, group: string, kind: string): Readonly<Record<string, VersionEntry>> | undefined {
  const oldest = minorOf(history.releases[0]);
  const newest = minorOf(history.releases[history.releases.length - 1]);
  const versions = Object.entries(history.kinds[kind]?.apiVersions ?? {})
    .map(([apiVersion, releases]) => ({ group: apiVersion.split('/')[0], version: apiVersion.split('/')[1], ...releases }))
    .filter(version => version.group === group)
    .map(({ version, first, last }) => [version, { ...(first !== oldest && { since: first }), ...(last !== newest && { last }) }] as const);
  return versions.length > 0 ? Object.fromEntries(versions) : undefined;
}

/** `1.31` of `1.31.0-rc.0` */
function minorOf(release: string): string {
  return release.split('.').slice(0, 2).join('.');
}
