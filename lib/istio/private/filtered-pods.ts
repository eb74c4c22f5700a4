import { notExpressible } from '../../mesh/private/not-expressible';
import { layerOf } from '../../mesh/private/routing/layer';
import type { WorkloadIntent } from '../../mesh/private/workload-intent';
import { DataPlaneMode } from '../data-plane-mode';
import type { Istio } from '../istio';

/** A filter, as far as its pods are concerned. */
export interface PodFilter {
  readonly mesh: Istio;
  readonly place: string;
  /** what it is, as a noun */
  readonly feature: string;
}

/**
 * Makes sure that pods have proxies that can take a filter. In ambient mode only gateways have.
 *
 * @param pods undefined: all of a namespace
 * @throws when they have none
 */
export function requireProxies(pods: WorkloadIntent | undefined, { mesh, place, feature }: PodFilter): void {
  if (mesh.mode === DataPlaneMode.AMBIENT && (pods === undefined || pods.ports !== undefined)) {
    const nearest = 'Pods of services have no proxies of their own there. Set it on a gateway, or run sidecars: leave out DataPlaneMode.AMBIENT.';
    throw notExpressible({ place, feature, mesh: mesh.description, nearest });
  }
}

/** Makes sure that proxies see requests among what comes in. @throws when nothing at the ports of a service is one */
export function requireRequests({ ports }: WorkloadIntent, { place, feature }: PodFilter): void {
  if (ports !== undefined && !ports.some(({ protocol }) => layerOf(protocol) === 'requests')) {
    const known = ports.map(({ port, protocol }) => `${port} (${protocol})`).join(', ');
    throw new Error(`${place}: the mesh sees no requests at the ports of the service, ${known}, so ${feature} has no effect. Set what they speak, such as protocol: AppProtocol.HTTP, or leave it out.`);
  }
}
