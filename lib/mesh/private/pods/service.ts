import { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AppProtocol } from '../../app-protocol';
import { claimName } from '../claim-name';
import type { PortIntent } from '../hosts/service-ports';
import { renderOnce } from './render-once';
import type { Labels } from './rendered-pods';
import type { FindsPods } from './stray-pods';

export interface ServiceDetails {
  readonly name: string;
  /** its label `app`, and that of the pods that it selects, unless these have others */
  readonly app: string;
  readonly ports: readonly PortIntent[];
  /** whether it has no address of its own, so that its name stands for the addresses of all of its pods */
  readonly headless?: boolean;
  /** labels of the pods that it selects */
  readonly selector?: Readonly<Record<string, string>>;
  /** which pods are found, apart from what selects them */
  readonly finds?: PodsFound;
}

/** Pods that are ready; also those that are not yet, by name; or those that are ready on the node of the caller. */
export type PodsFound = 'ready' | 'all' | 'of the node';

/**
 * A Service, usually of all pods of an app, whatever their version. The mesh learns the protocol from the port, in both ways that it knows.
 *
 * @throws with both paths when there is one of this name, such as that of a gateway whose pods the mesh runs
 */
export function createService(place: Construct, { name, app, ports, headless = false, finds = 'ready', selector = { app } }: ServiceDetails): k8s.KubeService {
  const owner = place.node.scope!;
  claimName(owner, { what: 'Service', name }, owner.node.path, 'Give one of the two another name.');
  return renderOnce(new k8s.KubeService(place, 'Default', {
    metadata: { name, labels: { app } },
    spec: {
      ...(headless ? { clusterIp: 'None' } : {}),
      ...(finds === 'all' ? { publishNotReadyAddresses: true } : {}),
      ...(finds === 'of the node' ? { internalTrafficPolicy: 'Local' } : {}),
      selector: { ...selector },
      ports: ports.map(portOf),
    },
  }));
}

/** The Services that are made in a place, as they are rendered. */
export function servicesIn(place: Construct): FindsPods[] {
  const objects = place.node.findAll().filter(ApiObject.isApiObject).filter(({ apiGroup, kind }) => apiGroup === 'core' && kind === 'Service');
  return objects.map(object => {
    const { metadata: { name, namespace }, spec: { selector } } = object.toJson() as RenderedService;
    return { name, namespace, selector: selector ?? {} };
  });
}

interface RenderedService {
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: { readonly selector?: Labels };
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
