/** A gateway, as objects of Istio name it that lie in its namespace. */
export interface GatewayTarget {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

/** How an object names the gateway of the Kubernetes Gateway API whose pods it holds for. */
export function gatewayTarget(name: string): GatewayTarget {
  return { group: 'gateway.networking.k8s.io', kind: 'Gateway', name };
}
