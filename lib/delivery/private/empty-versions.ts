import { ApiObject } from 'cdk8s';
import type { ServiceVersion } from '../../mesh/service-version';
import type { Weight } from '../../mesh/weight';
import type { Release } from './release';

/** What leads requests to the versions, beside copies. */
export interface LedRequests {
  /** the share of the new version; undefined: no route names a version */
  readonly share?: Weight;
  /** whether somebody has said who gets the new version */
  readonly isForced: boolean;
  readonly isExperiment: boolean;
}

/** Why requests would go to a version that has no pods, which are answered with 503. */
export function emptyVersionProblems(place: string, release: Release, { share, ...led }: LedRequests): string[] {
  const { stable, canary } = release;
  if (share === undefined) {
    const isEmpty = [stable, canary].every(isWithoutPods);
    return isEmpty ? [`${place}: the release has ended, so all pods get requests, but there are none: replicas of both versions are 0. Increase one of them.`] : [];
  }
  const ways: Way[] = [
    planWay('canary', share.value),
    planWay('stable', share.rest.value),
    { version: 'canary', leads: led.isForced, text: 'force sends requests to it' },
    { version: 'canary', leads: led.isExperiment, text: 'experiment sends requests to it' },
    { version: 'stable', leads: led.isExperiment, text: 'experiment sends requests to it' },
    { version: 'canary', leads: share.value === 0 && release.mirror !== undefined, text: 'mirror copies requests to it' },
  ];
  return (['canary', 'stable'] as const).filter(version => isWithoutPods(release[version])).flatMap(version => {
    const way = ways.find(({ version: other, leads }) => leads && other === version);
    return way === undefined ? [] : [`${place}: "${release[version].name}" has no pods, because its replicas are 0, but ${way.text}. Increase the replicas of ${version}, or send it no requests.`];
  });
}

/** Something that may lead requests to a version. */
interface Way {
  readonly version: 'canary' | 'stable';
  readonly leads: boolean;
  readonly text: string;
}

function planWay(version: Way['version'], share: number): Way {
  return { version, leads: share > 0, text: `the plan gives it ${share} percent of the requests` };
}

/** By what is rendered: with an autoscaler no number is, and a patch may say another. */
function isWithoutPods({ deployment }: ServiceVersion): boolean {
  return deployment !== undefined && (ApiObject.of(deployment).toJson() as { spec?: { replicas?: number } }).spec?.replicas === 0;
}
