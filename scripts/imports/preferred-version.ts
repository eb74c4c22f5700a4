import { Crd, CrdVersion } from './crd';

const STAGES = ['alpha', 'beta', undefined];

/**
 * The one version that gets constructs: of those served, the one that Kubernetes prefers (`v2` > `v1` > `v1beta2` > `v1beta1` > `v1alpha1`).
 * With one version for each kind, `cdk8s import` never appends the version to a class name, whatever the order in the CRD.
 */
export function preferredVersion({ spec }: Crd): CrdVersion {
  const [preferred] = spec.versions.filter(version => version.served).sort(byPriority);
  return preferred;
}

function byPriority({ name: a }: CrdVersion, { name: b }: CrdVersion): number {
  const [left, right] = [rank(a), rank(b)];
  const differing = left.findIndex((value, i) => value !== right[i]);
  if (differing === -1) {
    return a < b ? -1 : 1;
  }
  return right[differing] - left[differing];
}

/** Stage, major, minor. Names of any other shape come last, among themselves in alphabetical order. */
function rank(name: string): readonly number[] {
  const [, major, stage, minor] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(name) ?? [];
  return major === undefined ? [-1, 0, 0] : [STAGES.indexOf(stage), Number(major), Number(minor ?? 0)];
}
