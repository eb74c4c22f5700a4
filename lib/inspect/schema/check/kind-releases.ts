import { groupOf } from '../../api-group';
import { KindEntry } from '../node';
import { apiVersionOf, isServed, versionsOf } from './api-versions';
import { FoundSchema, TypeMeta } from './find-schema';
import { Findings } from './findings';
import { isLater, newer } from './releases';

/** Says which releases of Istio serve the kind or the version that an object names, when the one at hand does not. */
export function checkRelease(typeMeta: TypeMeta, { kind: known, version }: FoundSchema, release: string, findings: Findings): void {
  const { apiVersion, kind } = typeMeta;
  const { since, last } = version;
  if (isServed(version, release)) {
    return;
  }
  const [best] = versionsOf(known, release);
  const instead = best === undefined ? undefined : `write ${apiVersionOf(groupOf(apiVersion), best)}`;
  if (since !== undefined && isLater(since, release)) {
    if (instead === undefined) {
      findings.add(newer(`the kind ${kind}`, firstRelease(known, since), release), 'kind');
    } else {
      findings.add(newer(`the version ${apiVersion} of ${kind}`, since, release, instead), 'apiVersion');
    }
  }
  if (last !== undefined && isLater(release, last)) {
    findings.add({ kind: 'unknown-version', message: `Istio ${last} was the last release to serve ${apiVersion}`, repair: instead }, 'apiVersion');
  }
}

/** The release that brought the first version of a kind, of which one came with `since`. */
function firstRelease({ versions }: KindEntry, since: string): string {
  const releases = Object.values(versions).flatMap(version => version.since ?? []);
  return releases.reduce((first, release) => (isLater(first, release) ? release : first), since);
}
