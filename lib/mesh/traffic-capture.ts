import { CaptureMode } from './capture-mode';

/**
 * Which connections of pods go through their proxy. For the others nothing of the mesh holds: no encryption, no routes, no access rules. At
 * least one of them.
 */
export interface TrafficCapture {
  /**
   * Ports of the pods at which connections go past the proxy. Never the main one of the service; for another one of its ports, callers have to know
   * it: `access.mutualTls(MutualTls.DISABLED, port)`.
   *
   * @default - none but those of the proxy itself
   */
  readonly excludeInboundPorts?: number[];
  /**
   * Ports to which connections go past the proxy, whatever the address.
   *
   * @default - none
   */
  readonly excludeOutboundPorts?: number[];
  /**
   * Addresses to which connections go past the proxy, such as `169.254.169.254/32`.
   *
   * @default - none
   */
  readonly excludeOutboundRanges?: string[];
  /**
   * The only addresses to which connections go through the proxy, such as `10.0.0.0/8`. They have to hold those of the Services, and those
   * that the mesh gives to hosts outside.
   *
   * @default - all, if the mesh is not configured otherwise
   */
  readonly includeOutboundRanges?: string[];
  /**
   * How connections are led through the proxy.
   *
   * @default - as the mesh is configured, CaptureMode.REDIRECT if it is not
   */
  readonly mode?: CaptureMode;
}
