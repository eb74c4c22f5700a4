import { Construct } from 'constructs';
import { claim, ownerOf } from '../claim';
import { compareTexts } from '../compare-texts';
import type { ListenerIntent } from './gateway-intent';

/**
 * Makes a gateway the one that listens for its hostnames at the ports of some pods.
 *
 * @throws with both paths when another gateway of these pods does so, or speaks another protocol at one of the ports: the mesh takes the older one
 */
export function claimListeners(owner: Construct, listeners: readonly ListenerIntent[], podLabels: Readonly<Record<string, string>>): void {
  const pods = Object.entries(podLabels).map(pair => pair.join('=')).sort(compareTexts).join(', ');
  listeners.forEach(listener => claimListener(owner, listener, pods));
}

function claimListener(owner: Construct, { port, hostnames, tls }: ListenerIntent, pods: string): void {
  const { path } = owner.node;
  const [spoken, other] = tls === undefined ? ['HTTP', 'TLS'] : ['TLS', 'HTTP'];
  const speaker = ownerOf(thingAt(port, pods, other), owner);
  if (speaker !== undefined && speaker !== owner) {
    throw new Error(`${path}: port ${port} speaks ${spoken} here and ${other} at "${speaker.node.path}", which has the same pods (${pods}). Use another port, or podLabels of other pods.`);
  }
  claim(thingAt(port, pods, spoken), owner);
  for (const hostname of hostnames) {
    const first = claim(thingAt(port, pods, hostname), owner);
    if (first !== owner) {
      throw new Error(`${path}: "${first.node.path}" has the same pods (${pods}) and listens for "${hostname}" at port ${port} already, and the mesh uses only the older one. List each hostname in one of the two, or use podLabels of other pods.`);
    }
  }
}

function thingAt(port: number, pods: string, what: string): string {
  return `listener of ${pods} at ${port}: ${what}`;
}
