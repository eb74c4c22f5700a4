import type { WorkloadIntent } from '../../mesh/private/workload-intent';
import { gatewayTarget, PolicyTarget, serviceTarget } from './gateway-target';

/** Which pods a policy is about, as policies of Istio say it; of all in its namespace, or of the mesh, it says nothing. */
export interface Selection {
  readonly selector?: { readonly matchLabels: Record<string, string> };
  readonly targetRefs?: PolicyTarget[];
}

/** Policies find pods by labels, and gateways of the Kubernetes Gateway API by their names; waypoints read those that name a Service. */
export function selection({ podLabels, gateway, service }: WorkloadIntent): Selection {
  if (gateway !== undefined) {
    return { targetRefs: [gatewayTarget(gateway)] };
  }
  if (podLabels !== undefined) {
    return { selector: { matchLabels: { ...podLabels } } };
  }
  return service === undefined ? {} : { targetRefs: [serviceTarget(service)] };
}
