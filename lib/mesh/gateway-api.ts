/** In whose words a gateway and the routes through it are rendered. */
export enum GatewayApi {
  /** `Gateway` and `VirtualService` of Istio, for pods that somebody runs already. Says all that a service says. */
  ISTIO = 'istio',
  /** `Gateway` and `HTTPRoute` of the Kubernetes Gateway API. The mesh runs the pods; what an `HTTPRoute` cannot say is an error. */
  KUBERNETES = 'kubernetes',
}
