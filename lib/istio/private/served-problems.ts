import { ApiObject } from 'cdk8s';
import { DeployedService } from '../../mesh/deployed-service';
import { IngressGateway } from '../../mesh/ingress-gateway';
import { boundaryOf } from '../../mesh/private/boundary';
import { ServingWaypoint, waypointOf } from './serving-waypoint';

/** What keeps callers of a service from its waypoint: they find the pods themselves by a Service that has no address, and are refused there. */
export function servedProblems(service: DeployedService, place: string): string[] {
  const objects = service.node.findChild('service').node.findAll().filter(ApiObject.isApiObject);
  const headless = objects.map(object => object.toJson() as RenderedService).filter(({ kind, spec }) => kind === 'Service' && spec.clusterIP === 'None');
  return headless.map(({ metadata: { name } }) => (
    `${place}: callers find its pods by the Service "${name}", which is headless, and what is sent to pods passes no waypoint, so that the pods refuse it. Leave it out of the waypoint, or leave out headless and stateful.`
  ));
}

/** What in a namespace cannot be behind the waypoint of all of its services. */
export function wholeProblems(waypoint: ServingWaypoint, namespace: string): string[] {
  const { path } = waypoint.node;
  return boundaryOf(waypoint).node.findAll().flatMap(construct => {
    if (construct instanceof IngressGateway && construct._workload().namespace === namespace) {
      return [`${path}: the pods of the gateway "${construct.node.path}" are in the namespace "${namespace}", too, and would take nothing but what comes through the waypoint. Run them in another namespace, or serve single services: services: [...].`];
    }
    return construct instanceof DeployedService && construct.serviceNamespace === namespace ? servedByWholeProblems(construct, waypoint) : [];
  });
}

function servedByWholeProblems(service: DeployedService, waypoint: ServingWaypoint): string[] {
  const { node: { path }, serviceName, serviceNamespace: namespace } = service;
  const other = waypointOf(service, { namespace, service: serviceName });
  return other === waypoint
    ? servedProblems(service, `${waypoint.node.path}, "${path}"`)
    : [`${waypoint.node.path}: requests for "${path}" pass the waypoint "${other?.node.path}", and its pods would take what comes through both alone. Serve it by one.`];
}

interface RenderedService {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly clusterIP?: string };
}
