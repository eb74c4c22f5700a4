/** What a policy holds for, as objects of Istio name it that lie in its namespace. */
export interface PolicyTarget {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

/** How an object names the gateway of the Kubernetes Gateway API whose pods it holds for. */
export function gatewayTarget(name: string): PolicyTarget {
  return { group: 'gateway.networking.k8s.io', kind: 'Gateway', name };
}

/** How an object names the Service for whose requests a waypoint reads it. */
export function serviceTarget(name: string): PolicyTarget {
  return { group: '', kind: 'Service', name };
}
