import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AppProtocol } from '../app-protocol';

export interface ServiceDetails {
  readonly name: string;
  readonly port: number;
  readonly targetPort: number;
  readonly protocol: AppProtocol;
}

/** A Service of all pods of an app, whatever their version. The mesh learns the protocol from the port, in both ways that it knows. */
export function createService(place: Construct, { name, port, targetPort, protocol }: ServiceDetails): void {
  new k8s.KubeService(place, 'Default', {
    metadata: { name, labels: { app: name } },
    spec: {
      selector: { app: name },
      ports: [{
        name: protocol,
        port,
        targetPort: k8s.IntOrString.fromNumber(targetPort),
        appProtocol: protocol,
        ...(protocol === AppProtocol.UDP ? { protocol: 'UDP' } : {}),
      }],
    },
  });
}
