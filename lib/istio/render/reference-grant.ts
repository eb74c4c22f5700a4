import { HttpRoute, ReferenceGrantSpec } from '../../../imports/gateway.networking.k8s.io';
import type { GrantIntent } from '../../mesh/private/gateways/attached-intent';

/** One grant names no more. */
const MOST_SERVICES = 16;

/** Who may name which Services, as a ReferenceGrant says it. */
export function referenceGrantSpec({ from, services }: GrantIntent, place: string): ReferenceGrantSpec {
  if (services.length > MOST_SERVICES) {
    throw new Error(`${place}: routes of "${from}" use ${services.length} Services, but a ReferenceGrant allows at most ${MOST_SERVICES}. Render the grants yourself and set grantedNamespaces, or expose the services through IngressGateway.fromName in a chart of their namespace.`);
  }
  const { group, kind } = GROUP_KIND;
  return { from: [{ group, kind, namespace: from }], to: services.map(name => ({ group: '', kind: 'Service', name })) };
}

const GROUP_KIND = { group: HttpRoute.GVK.apiVersion.split('/')[0], kind: HttpRoute.GVK.kind };
