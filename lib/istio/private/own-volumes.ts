import type { PodIntent } from '../../mesh/private/pod-intent';

/** Names that Istio's injector gives to volumes of its own. */
const TAKEN = /^(?:istio|workload-|credential-socket$|custom-bootstrap-volume$|lightstep-certs$)/;

/** @throws when a volume of the proxy would take the place of one that it needs */
export function requireOwnVolumes({ volumes = [] }: PodIntent, place: string): void {
  const taken = volumes.find(({ name }) => TAKEN.test(name));
  if (taken !== undefined) {
    throw new Error(`${place}, mountVolume: "${taken.name}" may be a volume that Istio itself needs. Choose a name that begins with neither "istio" nor "workload-", such as "client-${taken.kind === 'secret' ? 'certificate' : 'authorities'}".`);
  }
}
