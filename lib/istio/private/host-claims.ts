import { DestinationRule, VirtualService } from '../../../imports/networking.istio.io';
import type { ClaimingObject, HostClaim, HostClaims } from '../../mesh/private/hosts/host-claims';
import { ATTACHED_KINDS, attachedClaims } from './attached-claims';

/** Which objects speak for which hosts, as Istio reads them. */
export const HOST_CLAIMS: HostClaims = {
  concerns: (group, kind) => (KINDS[group] ?? []).includes(kind),
  claimsOf: (object, clusterDomain) => {
    const { kind = '', metadata, spec } = object;
    if (ATTACHED_KINDS.kinds.includes(kind)) {
      return attachedClaims(object);
    }
    const { host, hosts = [], gateways = [MESH] } = (spec ?? {}) as RoutingSpec;
    const full = (name: string): string => fullName(name, metadata?.namespace, clusterDomain);
    if (kind === DestinationRule.GVK.kind) {
      return host === undefined ? [] : [{ host: full(host) }];
    }
    const places = kind === VirtualService.GVK.kind ? gateways.flatMap(gateway => placeOf(gateway, object)) : [];
    return hosts.flatMap(name => places.map(place => ({ host: full(name), ...place })));
  },
};

const KINDS: Readonly<Record<string, readonly string[]>> = {
  [VirtualService.GVK.apiVersion.split('/')[0]]: [DestinationRule.GVK.kind, VirtualService.GVK.kind],
  [ATTACHED_KINDS.group]: ATTACHED_KINDS.kinds,
};

interface RoutingSpec {
  readonly host?: string;
  readonly hosts?: readonly string[];
  readonly gateways?: readonly string[];
}

/** Stands in `gateways` for all sidecars. */
const MESH = 'mesh';

/** Where rules hold that name a gateway: `name` or `./name` beside them, `namespace/name`, or of old `name.namespace`, whatever follows. */
function placeOf(gateway: string, { metadata }: ClaimingObject): Array<Omit<HostClaim, 'host'>> {
  if (gateway === MESH) {
    return [{}];
  }
  const [, before, behind] = /^(?:([^/]*)\/)?(.*)$/.exec(gateway)!;
  const [name, old] = before === undefined ? behind.split('.') : [behind];
  const namespace = (before === '.' ? undefined : before) ?? old ?? metadata?.namespace;
  return namespace === undefined ? [] : [{ gateway: { reference: `${namespace}/${name}`, isAttachable: false } }];
}

/** A name without a dot is that of a Service beside the object; `web.shop` is no abbreviation. */
function fullName(host: string, namespace: string | undefined, clusterDomain: string): string {
  return host.includes('.') || host === '*' || namespace === undefined ? host : `${host}.${namespace}.svc.${clusterDomain}`;
}
