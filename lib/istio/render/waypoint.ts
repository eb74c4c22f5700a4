import { GatewaySpec } from '../../../imports/gateway.networking.k8s.io';
import { AuthorizationPolicySpec, AuthorizationPolicySpecAction } from '../../../imports/security.istio.io';
import type { IdentityIntent } from '../../mesh/private/access/caller-intent';
import type { WorkloadIntent } from '../../mesh/private/workload-intent';
import { principalOf } from './authorization-policy';
import { selection } from './selection';

/** The class that Istio runs waypoints of. */
export const WAYPOINT_CLASS = 'istio-waypoint';

/** It takes what comes in the tunnels of the nodes' proxies, from its own namespace. */
export function waypointSpec(): GatewaySpec {
  return { gatewayClassName: WAYPOINT_CLASS, listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] };
}

/** Labels that make a waypoint take what is sent to Services. Of what is sent to pods, it would know no Service, and so no policy of one. */
export const WAYPOINT_LABELS = { 'istio.io/waypoint-for': 'service' };

/** Labels by which a Service gets its requests through a waypoint, also those from gateways, which send straight to pods otherwise. */
export function servedLabels(waypoint: string): Record<string, string> {
  return { 'istio.io/use-waypoint': waypoint, 'istio.io/ingress-use-waypoint': 'true' };
}

/** Lets a waypoint reach pods, whatever else is let in where nobody is by default. */
export function byWaypointSpec(pods: WorkloadIntent, waypoint: Required<IdentityIntent>): AuthorizationPolicySpec {
  return { ...selection(pods), rules: [{ from: [{ source: { principals: [principalOf(waypoint)] } }] }] };
}

/** Keeps everybody from pods who does not come through their waypoint, whoever else lets him in. */
export function pastWaypointSpec(pods: WorkloadIntent, waypoint: Required<IdentityIntent>): AuthorizationPolicySpec {
  const rules = [{ from: [{ source: { notPrincipals: [principalOf(waypoint)] } }] }];
  return { ...selection(pods), action: AuthorizationPolicySpecAction.DENY, rules };
}
