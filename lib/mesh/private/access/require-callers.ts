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
    ? 'nobody here knows as whom the caller runs. Say its account.'
    : callers.map(caller => proofProblem(caller, use) ?? (use.action === 'deny' ? denialProblem(caller) : undefined)).find(found => found !== undefined);
  if (problem !== undefined) {
    throw new Error(`${use.place}: ${problem}`);
  }
}

function proofProblem({ address, token }: CallerIntent, { kind, ports }: CallerUse): string | undefined {
  if (address?.of === 'client' && kind !== 'gateway') {
    return 'a pod of the mesh believes whatever address its caller writes into X-Forwarded-For. Say Caller.clientCidr of the gateway, or Caller.cidr.';
  }
  return token !== undefined && seesNoRequests(ports)
    ? 'the mesh sees no requests here, and so no tokens. Say protocol: AppProtocol.HTTP if that is spoken there.'
    : undefined;
}

function denialProblem({ address, ...others }: CallerIntent): string | undefined {
  const [whole] = address?.ranges.filter(holdsPrivateNetwork) ?? [];
  if (whole !== undefined) {
    return `"${whole}" holds a whole private network, and so the pods and gateways of most clusters. Say the smaller range that is meant.`;
  }
  return address === undefined && Object.values(others).every(said => said === undefined)
    ? 'would keep everybody out, whoever else is let in. Say whom; nobody is let in by default where DefaultAccess.DENY holds.'
    : undefined;
}

/** Whether the mesh sees none of what comes to some ports as requests. */
export function seesNoRequests(ports?: readonly PortIntent[]): boolean {
  return ports?.every(({ protocol }) => layerOf(protocol) !== 'requests') === true;
}
