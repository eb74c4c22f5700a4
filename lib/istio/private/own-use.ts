import type { PodIntent } from '../../mesh/private/pods/pod-intent';

/** Ports that Istio listens at in the network of a pod. */
export interface OwnPorts {
  readonly ports: readonly number[];
  readonly by: string;
}

/** Of Envoy and its agent: administration, what goes out and comes in, debugging, tunnels, metrics, health, look-ups. */
export const PORTS_OF_SIDECARS: OwnPorts = { ports: [15000, 15001, 15004, 15006, 15008, 15020, 15021, 15053, 15090], by: 'the proxy beside them' };

/** Of what takes a pod into the mesh without one: what goes out and comes in, tunnels, look-ups. */
export const PORTS_OF_NODES: OwnPorts = { ports: [15001, 15006, 15008, 15053], by: 'the proxy of the node' };

/** @throws when the containers of pods in the mesh listen where Istio itself does */
export function requireOwnPorts({ inMesh = true, ports = [] }: PodIntent, own: OwnPorts, place: string): void {
  const taken = inMesh ? ports.find(port => own.ports.includes(port)) : undefined;
  if (taken !== undefined) {
    throw new Error(`${place}: its containers cannot listen at ${taken}, which ${own.by} needs itself, as well as ${own.ports.filter(port => port !== taken).join(', ')}. Let them listen at another port.`);
  }
}

/** What Envoy runs as. What a process of this user sends is sent past the proxy. */
const PROXY_USER = 1337;

/** @throws when containers of pods in the mesh run as the user whose connections nobody redirects */
export function requireOwnUser({ inMesh = true, users = [] }: PodIntent, place: string): void {
  if (inMesh && users.includes(PROXY_USER)) {
    throw new Error(`${place}: its containers cannot run as user ${PROXY_USER}, that of the proxy, because all their traffic would bypass it. Use another number.`);
  }
}
