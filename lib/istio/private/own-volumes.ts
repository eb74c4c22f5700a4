import { posix } from 'node:path';
import type { PodIntent } from '../../mesh/private/pods/pod-intent';

/** Names that Istio's injector gives to volumes of its own. */
const TAKEN = /^(?:istio|workload-|credential-socket$|custom-bootstrap-volume$|lightstep-certs$)/;

/** Where the injector of one of the releases mounts them, or may; a mount above or below one of these could not be made, or would hide it. */
const TAKEN_PATHS = [
  '/etc/istio/custom-bootstrap', '/etc/istio/pod', '/etc/istio/proxy', '/var/lib/istio/data', '/var/run/secrets/credential-uds', '/var/run/secrets/istio',
  '/var/run/secrets/kubernetes.io', '/var/run/secrets/tokens', '/var/run/secrets/workload-spiffe-credentials', '/var/run/secrets/workload-spiffe-uds',
];

/** @throws when a volume of the proxy would take the place of one that it needs */
export function requireOwnVolumes({ volumes = [] }: PodIntent, place: string): void {
  const taken = volumes.find(({ name }) => TAKEN.test(name));
  if (taken !== undefined) {
    throw new Error(`${place}, mountVolume: "${taken.name}" may be a volume that Istio itself needs. Choose a name that begins with neither "istio" nor "workload-", such as "client-${taken.kind === 'secret' ? 'certificate' : 'authorities'}".`);
  }
  for (const { mountPath } of volumes) {
    const near = TAKEN_PATHS.find(path => meet(path, canonical(mountPath)));
    if (near !== undefined) {
      throw new Error(`${place}, mountVolume: "${mountPath}" conflicts with ${near}, which Istio itself needs in the proxy. Choose a separate path, such as "/etc/client".`);
    }
  }
}

/** `/run` is where `/var/run` leads to. */
function canonical(path: string): string {
  return posix.normalize(`${path}/`).slice(0, -1).replace(/^\/run(?=\/|$)/, '/var/run');
}

function meet(a: string, b: string): boolean {
  return `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
}
