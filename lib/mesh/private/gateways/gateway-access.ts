import { Construct } from 'constructs';
import { Access } from '../../access';
import { Caller } from '../../caller';
import { Mesh } from '../../mesh';
import { IWorkload } from '../../workload';
import { Shown } from '../access/require-shown';
import type { GatewayTlsIntent } from './gateway-intent';
import { judgeSharedAccess } from './shared-access';

/** What is known of a gateway before anything is said of who may call it. */
export interface GatewayAccessProps {
  /** of its policies */
  readonly name: string;
  /** those that it serves; undefined: it is not known which */
  readonly hostnames?: readonly string[];
  /** what it does with TLS of those who come from outside, if it takes these; undefined: plain HTTP */
  readonly outside?: { readonly tls?: GatewayTlsIntent };
}

/** Who may call a gateway. Where nobody is let in by default, it lets everybody in: that is what it is for. */
export function createGatewayAccess(gateway: Construct & IWorkload, { name, hostnames, outside }: GatewayAccessProps): Access {
  const { mutualTls, rootNamespace } = Mesh.of(gateway);
  const scope = new Construct(gateway, 'access');
  const shown = outside && shownBy(outside.tls);
  const access = Access._of({ place: gateway.node.path, scope, name, kind: 'gateway', shown, pods: () => gateway._workload(), usualTls: () => mutualTls });
  access._presume(Caller.anyone());
  judgeSharedAccess({
    owner: gateway,
    rootNamespace,
    pods: () => gateway._workload(),
    hostnames,
    said: () => access._rules.said('allow'),
    deniesRequests: () => access._rules.deniesRequests,
    passes: shown === Shown.CONNECTIONS,
  });
  return access;
}

/** Clients outside have no certificate of the mesh, not even where they have to show one. */
function shownBy(tls?: GatewayTlsIntent): Shown {
  switch (tls?.mode) {
    case 'mesh': return Shown.CALLERS;
    case 'auto-passthrough':
    case 'passthrough': return Shown.CONNECTIONS;
    default: return Shown.REQUESTS;
  }
}
