import { SizeRoundingBehavior } from 'cdk8s';
import { k8s, PersistentVolumeAccessMode } from 'cdk8s-plus-28';
import type { VolumeClaim } from '../../volume-claim';
import { isDnsLabel } from '../dns-label';

/** @throws when a name, a path or a size is none, or two claims have a name or a path in common */
export function requireClaims(claims: readonly VolumeClaim[], place: string): void {
  claims.forEach(({ name, mountPath, size }, index) => {
    if (!isDnsLabel(name)) {
      throw new Error(`${place}: "${name}" is not a valid volume name. Use lowercase letters, digits and inner hyphens, and at most 63 characters.`);
    }
    requireMountPath(mountPath, `${place}, volume "${name}"`);
    const mebibytes = size.toMebibytes({ rounding: SizeRoundingBehavior.NONE });
    if (!(Number.isInteger(mebibytes) && mebibytes > 0)) {
      throw new Error(`${place}, volume "${name}": its size cannot be ${size.asString()}. Use whole mebibytes, at least one, such as Size.gibibytes(10).`);
    }
    if (claims.slice(0, index).some(other => other.name === name || other.mountPath === mountPath)) {
      throw new Error(`${place}: two volumes are called "${name}", or mounted at ${mountPath}. Give each its own name and path.`);
    }
  });
}

/** @throws when a path is not one from the root that Kubernetes takes */
export function requireMountPath(path: string, place: string): void {
  if (!path.startsWith('/') || path === '/' || path.includes(':') || path.split('/').includes('..')) {
    throw new Error(`${place}: "${path}" is not a valid mount path. Use an absolute path without ":" and "..", such as "/var/lib/data".`);
  }
}

/** A claim as a StatefulSet makes one for each pod. */
export function claimTemplate(claim: VolumeClaim): k8s.KubePersistentVolumeClaimProps {
  const { name, size, storageClass, accessMode = PersistentVolumeAccessMode.READ_WRITE_ONCE } = claim;
  const mebibytes = size.toMebibytes();
  const storage = mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
  return {
    metadata: { name },
    spec: {
      accessModes: [accessMode],
      resources: { requests: { storage: k8s.Quantity.fromString(storage) } },
      ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
    },
  };
}
