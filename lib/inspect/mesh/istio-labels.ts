import { DATAPLANE_MODE, INJECT, INJECTION_LABEL, REVISION_LABEL } from './mesh-membership';
import { USE_WAYPOINT } from './waypoint-usage';
import { USE_WAYPOINT_NAMESPACE, WAYPOINT_FOR } from './waypoints';

const WITH_WAYPOINT = ['Pod', 'Service', 'ServiceEntry', 'WorkloadEntry', 'Namespace'];

/** The labels that people write for Istio, and the kinds on which it reads them. An annotation of such a name is something else, if there is one. */
export const ISTIO_LABELS: Readonly<Record<string, readonly string[]>> = {
  [INJECTION_LABEL]: ['Namespace'],
  [REVISION_LABEL]: ['Namespace', 'Pod'],
  [DATAPLANE_MODE]: ['Namespace', 'Pod'],
  [USE_WAYPOINT]: WITH_WAYPOINT,
  [USE_WAYPOINT_NAMESPACE]: WITH_WAYPOINT,
  [WAYPOINT_FOR]: ['Gateway', 'GatewayClass'],
  [INJECT]: ['Pod'],
  'istio.io/ingress-use-waypoint': ['Service', 'Namespace'],
  'istio.io/tag': ['Namespace'],
  'networking.istio.io/enable-autoallocate-ip': ['ServiceEntry'],
  'networking.istio.io/gatewayPort': ['Service'],
  'security.istio.io/tlsMode': ['Pod'],
  'service.istio.io/canonical-name': ['Pod'],
  'service.istio.io/canonical-revision': ['Pod'],
  'topology.istio.io/cluster': ['Pod'],
  'topology.istio.io/network': ['Namespace', 'Pod', 'Service'],
  'topology.istio.io/subzone': ['Node'],
};
