import { Duration } from 'cdk8s';
import { ContainerPort, ContainerProps, Probe, ProbeOptions, Protocol } from 'cdk8s-plus-28';
import { AppProtocol } from '../../app-protocol';
import type { WorkloadProps } from '../../workload-props';
import type { PortIntent } from '../hosts/service-ports';
import { isUdp } from '../routing/layer';
import { requirePath } from '../routing/paths';
import { restrictedContainer } from './restricted-container';

/** The container that serves the ports of a service, the main one first. */
export function servingContainer(props: WorkloadProps, ports: readonly PortIntent[], place: string): ContainerProps {
  const [main] = ports;
  const { livenessPath, readinessPath } = props;
  requireSaidOnce({ probe: props.liveness, path: livenessPath }, main, `${place}: livenessPath`);
  requireSaidOnce({ probe: props.readiness, path: readinessPath }, main, `${place}: readinessPath`);
  return {
    ...restrictedContainer(props, place),
    ports: containerPorts(ports),
    liveness: props.liveness ?? probe(main, livenessPath ?? '/healthz', { initialDelaySeconds: Duration.seconds(30), periodSeconds: Duration.seconds(10) }),
    readiness: props.readiness ?? probe(main, readinessPath ?? '/readyz', { initialDelaySeconds: Duration.seconds(10), periodSeconds: Duration.seconds(5) }),
  };
}

/** Several ports of the Service may lead to one of the container, which is named once. */
function containerPorts(ports: readonly PortIntent[]): ContainerPort[] {
  const isSame = (a: PortIntent, b: PortIntent): boolean => a.targetPort === b.targetPort && isUdp(a.protocol) === isUdp(b.protocol);
  const distinct = ports.filter((port, index) => ports.findIndex(other => isSame(other, port)) === index);
  return distinct.map(({ name, targetPort, protocol }) => ({ number: targetPort, name, protocol: isUdp(protocol) ? Protocol.UDP : undefined }));
}

/** What answers no HTTP can only be asked whether it takes connections, and of UDP, not even that. */
function probe({ protocol, targetPort: port }: PortIntent, path: string, options: ProbeOptions): Probe | undefined {
  if (isUdp(protocol)) {
    return undefined;
  }
  return speaksHttp(protocol) ? Probe.fromHttpGet(path, { port, ...options }) : Probe.fromTcpSocket({ port, ...options });
}

function speaksHttp(protocol: AppProtocol): boolean {
  return protocol === AppProtocol.HTTP || protocol === AppProtocol.HTTP2;
}

/** @throws when a path is said that nobody would ask for */
function requireSaidOnce(said: { readonly probe?: Probe; readonly path?: string }, { port, protocol }: PortIntent, name: string): void {
  if (said.path === undefined) {
    return;
  }
  requirePath(said.path, name);
  if (said.probe !== undefined || !speaksHttp(protocol)) {
    const reason = said.probe === undefined ? `port ${port} speaks ${protocol}, which has no paths` : 'the probe beside it decides that';
    throw new Error(`${name} has no effect: ${reason}. Leave it out.`);
  }
}
