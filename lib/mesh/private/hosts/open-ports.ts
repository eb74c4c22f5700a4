import { IConstruct } from 'constructs';
import { boundaryOf } from '../boundary';
import { layerOf } from '../routing/layer';
import type { PortIntent } from './service-ports';

/** Ports that a host outside of the mesh has for itself in the proxies of callers. */
export interface OpenPorts {
  readonly ports: readonly PortIntent[];
  /** whether addresses tell its connections from others to the same port */
  readonly hasAddresses: boolean;
  /** of the callers; undefined: everywhere */
  readonly namespace?: string;
}

/**
 * Makes sure that of what is outside of the mesh, one host alone gets the connections to a port which name neither host nor address.
 *
 * @throws with both paths when another gets them, or the requests at this port
 */
export function claimOpenPorts(owner: IConstruct, claimed: OpenPorts): void {
  const boundary: IConstruct & { [CLAIMS]?: Claim[] } = boundaryOf(owner);
  const claims = boundary[CLAIMS] ??= [];
  const added = claimed.ports
    .filter(({ protocol }) => layerOf(protocol) === 'requests' || (layerOf(protocol) === 'connections' && !claimed.hasAddresses))
    .map(({ port, protocol }): Claim => ({ path: owner.node.path, port, isOpen: layerOf(protocol) === 'connections', namespace: claimed.namespace }));
  for (const claim of added) {
    const other = claims.find(known => known.port === claim.port && (known.isOpen || claim.isOpen) && meet(known.namespace, claim.namespace));
    if (other !== undefined) {
      const [taker, loser] = claim.isOpen ? [claim, other] : [other, claim];
      throw new Error(`${claim.path}: port ${claim.port} of "${taker.path}" gets all connections to this port, whatever their address, including those to "${loser.path}". Set its addresses: addresses: ["203.0.113.7"].`);
    }
  }
  claims.push(...added);
}

interface Claim {
  readonly path: string;
  readonly port: number;
  /** whether it takes connections to every address */
  readonly isOpen: boolean;
  readonly namespace?: string;
}

const CLAIMS = Symbol.for('cdk8s-mesh.OpenPorts');

function meet(a?: string, b?: string): boolean {
  return a === undefined || b === undefined || a === b;
}
