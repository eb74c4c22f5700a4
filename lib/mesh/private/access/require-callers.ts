import type { PortIntent } from '../hosts/service-ports';
import { layerOf } from '../routing/layer';
import type { CallerIntent } from './caller-intent';
import { holdsPrivateNetwork } from './private-networks';

/** What callers are named for. */
export interface CallerUse {
  readonly action: 'allow' | 'audit' | 'deny';
  readonly kind: 'gateway' | 'mesh' | 'namespace' | 'service';
  /** undefined: not known here */
  readonly ports?: readonly PortIntent[];
  readonly place: string;
}

/** @throws when callers cannot prove what is said of them, or the verb would mean something else than it says */
export function requireCallers(callers: readonly CallerIntent[], use: CallerUse): void {
  const problem = callers.length === 0
    ? 'the service account of the caller is not known here. Set it.'
    : callers.map(caller => proofProblem(caller, use) ?? (use.action === 'deny' ? denialProblem(caller) : undefined)).find(found => found !== undefined);
  if (problem !== undefined) {
    throw new Error(`${use.place}: ${problem}`);
  }
}

function proofProblem({ address, token }: CallerIntent, { kind, ports }: CallerUse): string | undefined {
  if (address?.of === 'client' && kind !== 'gateway') {
    return 'a pod of the mesh trusts any address in X-Forwarded-For. Use Caller.clientCidr on the gateway, or Caller.cidr.';
  }
  return token !== undefined && seesNoRequests(ports)
    ? 'the mesh sees no requests here, and so no tokens. Set protocol: AppProtocol.HTTP if the port speaks HTTP.'
    : undefined;
}

function denialProblem({ address, ...others }: CallerIntent): string | undefined {
  const [whole] = address?.ranges.filter(holdsPrivateNetwork) ?? [];
  if (whole !== undefined) {
    return `"${whole}" contains a whole private network, including the pods and gateways of most clusters. Use a smaller range.`;
  }
  return address === undefined && Object.values(others).every(said => said === undefined)
    ? 'would keep everyone out, whoever else is let in. Name the callers; with DefaultAccess.DENY, nobody is let in by default.'
    : undefined;
}

/** Whether the mesh sees none of what comes to some ports as requests. */
export function seesNoRequests(ports?: readonly PortIntent[]): boolean {
  return ports?.every(({ protocol }) => layerOf(protocol) !== 'requests') === true;
}
