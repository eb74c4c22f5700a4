import { nearest } from '../../nearest';
import { VersionEntry } from '../node';
import { own } from '../own';
import { KnownKind, SchemaStore } from '../schema-store';
import { Findings } from './findings';
import { isLater } from './releases';
import { didYouMean, names } from './wording';

/** The kind that an object names, in the version that it names. */
export interface FoundSchema {
  readonly kind: KnownKind;
  readonly version: VersionEntry;
}

/** What an object says that it is. */
export interface TypeMeta {
  readonly apiVersion: string;
  readonly kind: string;
}

/**
 * Looks up what an object says that it is. Finds nothing, in silence, in a group that nobody knows, and in one of which we do not know
 * all kinds; elsewhere a kind or version that does not exist is a finding.
 */
export function findSchema({ apiVersion, kind }: TypeMeta, store: SchemaStore, findings: Findings): FoundSchema | undefined {
  const [version, group = '', ...rest] = apiVersion.split('/').reverse();
  if (rest.length > 0) {
    findings.add({ kind: 'format', message: `apiVersion is ${JSON.stringify(apiVersion)}`, expected: 'group/version' }, 'apiVersion');
    return undefined;
  }
  const known = store.kind(group, kind);
  if (known === undefined) {
    addUnknownKind(group, kind, store, findings);
    return undefined;
  }
  const entry = own(known.versions, version);
  if (entry === undefined && known.more !== 1) {
    const versions = Object.keys(known.versions).map(name => (group === '' ? name : `${group}/${name}`));
    findings.add({
      kind: 'unknown-version',
      message: `${kind} has no version ${apiVersion}`,
      expected: names(versions),
      repair: didYouMean(versions.slice(0, 1)),
    }, 'apiVersion');
  }
  return entry === undefined ? undefined : { kind: known, version: entry };
}

/** Says which releases of Istio serve a version, when the one at hand does not. */
export function checkRelease({ apiVersion }: TypeMeta, { since, last }: VersionEntry, release: string | undefined, findings: Findings): void {
  if (release !== undefined && since !== undefined && isLater(since, release)) {
    findings.add({
      kind: 'newer-field', message: `${apiVersion} came with Istio ${since}, and the object is for Istio ${release}`,
    }, 'apiVersion');
  }
  if (release !== undefined && last !== undefined && isLater(release, last)) {
    findings.add({ kind: 'unknown-version', message: `Istio ${last} was the last to serve ${apiVersion}` }, 'apiVersion');
  }
}

function addUnknownKind(group: string, kind: string, store: SchemaStore, findings: Findings): void {
  const kinds = store.kindsOf(group);
  // A list of objects is no kind that a CRD names, and exists all the same.
  if (kinds.includes(kind.replace(/List$/, ''))) {
    return;
  }
  const near = store.isClosed(group) ? nearest(kind, kinds) : kinds.filter(known => isSlip(kind.toLowerCase(), known.toLowerCase()));
  if (!store.isClosed(group) && near.length === 0) {
    return;
  }
  const homes = store.groups.filter(other => store.kindsOf(other).includes(kind));
  findings.add({
    kind: 'unknown-kind',
    message: `${group === '' ? 'the core group' : group} has no kind ${JSON.stringify(kind)}`,
    expected: store.isClosed(group) ? names(kinds) : undefined,
    repair: homes.length > 0 ? `${kind} is a kind of ${names(homes)}` : didYouMean(near),
  }, 'kind');
}

/** Whether two words differ by one letter more, less, other, or by a swap of neighbours at most. */
function isSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) {
    end += 1;
  }
  const [rest, otherRest] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (rest.length < 2 && otherRest.length < 2) || (rest.length === 2 && rest === [...otherRest].reverse().join(''));
}
