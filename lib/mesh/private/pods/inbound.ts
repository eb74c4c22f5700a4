import type { PortIntent } from '../hosts/service-ports';
import { isUdp } from '../routing/layer';
import type { InboundEndpointIntent, InboundIntent } from './proxies-intent';

/** Where the containers listen for what comes in at a port of their pods. */
export type SaidInbound = ReadonlyMap<number, InboundEndpointIntent>;

/**
 * What a proxy does with what comes in at each port of its pod. Once one is said, the mesh forgets all that it has found out by itself, so each
 * of the others is named as well.
 */
export function inboundIntent(said: SaidInbound, ports: readonly PortIntent[]): readonly InboundIntent[] {
  const known = said.size === 0 ? [] : inboundPorts(ports);
  return known.map(({ targetPort: port, name, protocol }) => ({ port, name, protocol, endpoint: said.get(port) }));
}

/** The ports of the pods that come in by the proxy. Several ports of the Service may lead to one; what is spoken there is what the first says. */
export function inboundPorts(ports: readonly PortIntent[]): readonly PortIntent[] {
  const seen = ports.filter(({ protocol }) => !isUdp(protocol));
  return seen.filter(({ targetPort }, index) => seen.findIndex(other => other.targetPort === targetPort) === index);
}

/** @throws when no port of the service leads to this one of the pods, or where its containers listen was said before */
export function requireInbound(port: number, said: SaidInbound, ports: readonly PortIntent[], place: string): void {
  const known = inboundPorts(ports).map(({ targetPort }) => targetPort);
  if (!known.includes(port)) {
    throw new Error(`${place}: the service sends nothing to port ${port} of its pods. Known pod ports: ${known.join(', ') || 'none'}. Use the targetPort, not the port of the Service.`);
  }
  if (said.has(port)) {
    throw new Error(`${place}: the listener of port ${port} is already set. Set it once.`);
  }
}
