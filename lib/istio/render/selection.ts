import type { WorkloadIntent } from '../../mesh/private/workload-intent';
import { GatewayTarget, gatewayTarget } from './gateway-target';

/** Which pods a policy is about, as policies of Istio say it; of all in its namespace, or of the mesh, it says nothing. */
export interface Selection {
  readonly selector?: { readonly matchLabels: Record<string, string> };
  readonly targetRefs?: GatewayTarget[];
}

/** Policies find pods by labels, and gateways of the Kubernetes Gateway API by their names. */
export function selection({ podLabels, gateway }: WorkloadIntent): Selection {
  return {
    selector: podLabels && { matchLabels: { ...podLabels } },
    targetRefs: gateway === undefined ? undefined : [gatewayTarget(gateway)],
  };
}
