import { Gateway, GrpcRoute, HttpRoute } from '../../../imports/gateway.networking.k8s.io';
import type { ClaimingObject, HostClaim } from '../../mesh/private/hosts/host-claims';

const [GROUP] = Gateway.GVK.apiVersion.split('/');

/** Routes of requests that attach themselves to gateways. */
export const ATTACHED_KINDS = { group: GROUP, kinds: [GrpcRoute.GVK.kind, HttpRoute.GVK.kind] } as const;

interface AttachedSpec {
  readonly hostnames?: readonly string[];
  readonly parentRefs?: readonly Parent[];
}

interface Parent {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly sectionName?: string;
}

/** The hosts that such a route speaks for, at each gateway. One that names a port may mean any listener, and none of those that we know. */
export function attachedClaims({ metadata, spec }: ClaimingObject): HostClaim[] {
  const { hostnames = [], parentRefs = [] } = (spec ?? {}) as AttachedSpec;
  const hosts = hostnames.length === 0 ? ['*'] : hostnames;
  return parentRefs.filter(isGateway).flatMap(({ name, namespace = metadata?.namespace, port, sectionName: section }) => (
    namespace === undefined || port !== undefined
      ? []
      : hosts.map(host => ({ host, gateway: { reference: `${namespace}/${name}`, isAttachable: true, section } }))
  ));
}

/** Others are services, whose requests come from inside of the mesh. */
function isGateway({ group = GROUP, kind = Gateway.GVK.kind }: Parent): boolean {
  return group === GROUP && kind === Gateway.GVK.kind;
}
