import { ContainerPort, Deployment, Protocol } from 'cdk8s-plus-28';
import { AppProtocol } from '../../app-protocol';
import type { PortIntent } from '../hosts/service-ports';

/** What is said of the port of a service whose containers are written already. */
export interface SaidPort {
  readonly port?: number;
  readonly protocol?: AppProtocol;
  readonly targetPort?: number;
}

/** The main port of a service, as its containers show it where nothing is said. @throws when they show none, or several */
export function portOfContainers(deployment: Deployment, said: SaidPort, place: string): Required<SaidPort> {
  const shown = deployment.containers.flatMap(({ ports }) => ports);
  const targetPort = said.targetPort ?? shownPort(shown, said);
  if (targetPort === undefined) {
    const known = shown.map(({ number }) => number).join(', ') || 'none';
    throw new Error(`${place}: which port of "${deployment.node.path}" it serves is ambiguous. Known ports of its containers: ${known}. Set one: targetPort: ${shown[0]?.number ?? 8080}.`);
  }
  return { port: said.port ?? targetPort, protocol: said.protocol ?? protocolOf(shown.find(({ number }) => number === targetPort)), targetPort };
}

/**
 * Makes sure that the containers of one more version listen where those of the first do, to which the Service leads.
 *
 * @throws when they show ports, and not one that the first shows and the Service leads to
 */
export function requireSamePorts([first, later]: readonly [Deployment, Deployment], ports: readonly PortIntent[], place: string): void {
  const shown = shownBy(later);
  const missing = ports.find(({ targetPort }) => shownBy(first).includes(targetPort) && !shown.includes(targetPort));
  if (shown.length > 0 && missing !== undefined) {
    const { port, targetPort } = missing;
    throw new Error(`${place}: the containers of "${later.node.path}" listen at ${shown.join(', ')}, and port ${port} of the Service leads to ${targetPort} in all versions. Let them listen at ${targetPort}, and set portNumber: ${targetPort}.`);
  }
}

function shownBy({ containers }: Deployment): readonly number[] {
  return containers.flatMap(({ ports }) => ports.map(({ number }) => number));
}

function shownPort(shown: readonly ContainerPort[], { port }: SaidPort): number | undefined {
  if (shown.length === 1) {
    return shown[0].number;
  }
  return shown.length === 0 || shown.some(({ number }) => number === port) ? port : undefined;
}

/** What the name of a port begins with is what is spoken there. */
function protocolOf({ name = '', protocol }: Partial<ContainerPort> = {}): AppProtocol {
  if (protocol === Protocol.UDP) {
    return AppProtocol.UDP;
  }
  const begun = Object.values(AppProtocol).filter(known => name === known as string || name.startsWith(`${known}-`));
  return begun.find(known => begun.every(other => known.startsWith(other))) ?? AppProtocol.HTTP;
}
