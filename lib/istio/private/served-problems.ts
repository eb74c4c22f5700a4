import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AdoptedService } from '../../mesh/adopted-service';
import { DeployedService } from '../../mesh/deployed-service';
import { EastWestGateway } from '../../mesh/east-west-gateway';
import { IngressGateway } from '../../mesh/ingress-gateway';
import { boundaryOf } from '../../mesh/private/boundary';
import { judgeTogether } from '../../mesh/private/judged-together';
import { ServingWaypoint, waypointOf } from './serving-waypoint';

/** What keeps callers of a service from its waypoint: they find the pods themselves by a Service that has no address, and are refused there. */
export function servedProblems(service: DeployedService, place: string): string[] {
  const objects = service.node.findChild('service').node.findAll().filter(ApiObject.isApiObject);
  const headless = objects.map(object => object.toJson() as RenderedService).filter(({ kind, spec }) => kind === 'Service' && spec.clusterIP === 'None');
  return headless.map(({ metadata: { name } }) => `${headlessProblem(name, place)} Leave it out of the waypoint, or leave out headless and stateful.`);
}

function headlessProblem(service: string, place: string): string {
  return `${place}: callers find its pods by the Service "${service}", which is headless, and traffic to pods bypasses the waypoint, so the pods refuse it.`;
}

/**
 * Makes it an error that something in a namespace cannot be behind the waypoint of all of its services. There is one look at all waypoints, and so
 * one walk through what is in their environment.
 */
export function judgeWhole(waypoint: ServingWaypoint, namespace: string): void {
  judgeTogether(waypoint, WHOLE, { waypoint, namespace }, wholeProblems);
}

const WHOLE = Symbol.for('cdk8s-mesh.WholeWaypoints');

interface WholeWaypoint {
  readonly waypoint: ServingWaypoint;
  readonly namespace: string;
}

function wholeProblems(all: readonly WholeWaypoint[]): string[] {
  const waypoints = new Map(all.map(({ namespace, waypoint }) => [namespace, waypoint]));
  const boundary = boundaryOf(all[0].waypoint);
  const inhabitants = boundary.node.findAll().filter(construct => boundaryOf(construct) === boundary);
  return inhabitants.flatMap(inhabitant => {
    const namespace = homeOf(inhabitant);
    const waypoint = namespace === undefined ? undefined : waypoints.get(namespace);
    return waypoint === undefined ? [] : inhabitantProblems(inhabitant, waypoint);
  });
}

/** Where the pods of a service or of a gateway are. */
function homeOf(construct: IConstruct): string | undefined {
  if (construct instanceof DeployedService || construct instanceof AdoptedService) {
    return construct.serviceNamespace;
  }
  return isGateway(construct) ? construct._workload().namespace : undefined;
}

function inhabitantProblems(inhabitant: IConstruct, waypoint: ServingWaypoint): string[] {
  if (inhabitant instanceof DeployedService) {
    return servedByWholeProblems(inhabitant, waypoint);
  }
  if (inhabitant instanceof AdoptedService) {
    const { node: { path }, serviceName } = inhabitant;
    return inhabitant._isHeadless ? [`${headlessProblem(serviceName, `${waypoint.node.path}, "${path}"`)} Serve single services: services: [...].`] : [];
  }
  const namespace = homeOf(inhabitant);
  return [`${waypoint.node.path}: the pods of the gateway "${inhabitant.node.path}" are in the namespace "${namespace}", too, and would accept only traffic through the waypoint. Run them in another namespace, or serve single services: services: [...].`];
}

function isGateway(construct: IConstruct): construct is EastWestGateway | IngressGateway {
  return construct instanceof IngressGateway || construct instanceof EastWestGateway;
}

function servedByWholeProblems(service: DeployedService, waypoint: ServingWaypoint): string[] {
  const { node: { path }, serviceName, serviceNamespace: namespace } = service;
  const other = waypointOf(service, { namespace, service: serviceName });
  return other === waypoint
    ? servedProblems(service, `${waypoint.node.path}, "${path}"`)
    : [`${waypoint.node.path}: requests for "${path}" pass the waypoint "${other?.node.path}", and its pods would accept only traffic through both. Serve it by one.`];
}

interface RenderedService {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly clusterIP?: string };
}
