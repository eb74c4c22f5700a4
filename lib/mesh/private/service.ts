import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AppProtocol } from '../app-protocol';
import type { PortIntent } from './service-ports';

/** A Service of all pods of an app, whatever their version. The mesh learns the protocol from the port, in both ways that it knows. */
export function createService(place: Construct, name: string, ports: readonly PortIntent[]): void {
  new k8s.KubeService(place, 'Default', {
    metadata: { name, labels: { app: name } },
    spec: { selector: { app: name }, ports: ports.map(portOf) },
  });
}

function portOf({ name, port, protocol, targetPort }: PortIntent): k8s.ServicePort {
  return {
    name,
    port,
    targetPort: k8s.IntOrString.fromNumber(targetPort),
    appProtocol: protocol,
    ...(protocol === AppProtocol.UDP ? { protocol: 'UDP' } : {}),
  };
}
