/** A Helm chart of Istio. */
export enum IstioChart {
  /** What all the others need. */
  BASE = 'base',
  /** What sets up the network of pods, on each node. */
  CNI = 'cni',
  /** A gateway. `istioctl` has another chart for it, and so does not read these values. */
  GATEWAY = 'gateway',
  /** The control plane. */
  ISTIOD = 'istiod',
  /** The proxy of each node, in ambient mode. */
  ZTUNNEL = 'ztunnel',
}
