/** How connections are led through the proxy. */
export enum CaptureMode {
  /** The container sees the proxy as the one who calls. */
  REDIRECT = 'REDIRECT',
  /**
   * The container sees the address of who calls. The proxy then runs as root and may change the network of the pod, which a namespace that
   * enforces the Pod Security standard `baseline` or `restricted` refuses.
   */
  TPROXY = 'TPROXY',
}
