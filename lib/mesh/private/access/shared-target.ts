import type { PortIntent } from '../hosts/service-ports';
import { isUdp } from '../routing/layer';

/** Those ports of a Service, the port itself among them, that are one port of the pods, where alone anything can be told of what comes. */
export function sharedTarget({ protocol, targetPort }: PortIntent, ports: readonly PortIntent[]): PortIntent[] {
  return ports.filter(other => other.targetPort === targetPort && isUdp(other.protocol) === isUdp(protocol));
}

/** @throws when something is said of a port, and not of another that is the same port of the pods: it would hold there, too */
export function requireWholeTargets(meant: readonly PortIntent[], ports: readonly PortIntent[], place: string): void {
  const [first, other] = meant.map(port => [port, sharedTarget(port, ports).find(one => !meant.includes(one))] as const)
    .find(([, unsaid]) => unsaid !== undefined) ?? [];
  if (first !== undefined && other !== undefined) {
    throw new Error(`${place}: the ports ${first.port} and ${other.port} of the Service are both port ${first.targetPort} of the pods, so rules for ${first.port} would also apply to ${other.port}. Set both: ports: [${first.port}, ${other.port}], or give each its own targetPort.`);
  }
}
